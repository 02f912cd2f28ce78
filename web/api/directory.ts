import type { OrganizationPage, ServicePage, SitePage } from '../../core/directory/pages.ts';
import type { Service } from '../../core/directory/service.ts';
import { get, patch, put } from './request.ts';

export type { OrganizationPage, ServicePage, SitePage } from '../../core/directory/pages.ts';

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
