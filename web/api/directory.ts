import type { OfferView } from '../../core/directory/offer-view.ts';
import type { Location, Organization, Service } from '../../core/directory/service.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import type { Verified } from '../../core/verification/verified.ts';
import { get, patch, put } from './request.ts';

export interface ServicePage {
  service: Service;
  verified: Verified | null;
  organization: Organization;
  places: { offer: OfferView; location: Location }[];
}

export interface SitePage {
  location: Location;
  offers: OfferView[];
  neighbours: { radiusKm: number; domains: Partial<Record<DomainId, number>> };
  missing: DomainId[];
}

export interface OrganizationPage {
  organization: Organization;
  services: { id: string; name: string; terms: string[] }[];
  locations: { id: string; name: string }[];
}

export function loadService(id: string, signal?: AbortSignal): Promise<ServicePage> {
  return get<ServicePage>(`/services/${id}`, {}, signal);
}

export function loadSite(id: string, signal?: AbortSignal): Promise<SitePage> {
  return get<SitePage>(`/locations/${id}`, {}, signal);
}

export function loadOrganization(id: string, signal?: AbortSignal): Promise<OrganizationPage> {
  return get<OrganizationPage>(`/organizations/${id}`, {}, signal);
}

export function changeCapacity(
  serviceId: string,
  capacity: { available: number; maximum?: number },
): Promise<Service> {
  return patch<Service>(`/services/${serviceId}/capacity`, capacity);
}

/** Whoever looks after the directory notes that an organization has closed, or is there again. */
export function closeOrganization(id: string, closed: boolean): Promise<{ services: number }> {
  return put(`/organizations/${id}/closed`, { closed });
}
