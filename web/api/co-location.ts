import type { CoLocation, CoLocationAsked, SiteNeighbourhood } from '../../core/co-location/co-location.ts';
import { get } from './request.ts';

export function loadCoLocation(
  { minutes, mode }: CoLocationAsked,
  signal?: AbortSignal,
): Promise<CoLocation> {
  return get<CoLocation>('/co-location', { minutes, mode }, signal);
}

export function loadSiteNeighbourhood(id: string, signal?: AbortSignal): Promise<SiteNeighbourhood> {
  return get<SiteNeighbourhood>(`/co-location/${id}`, {}, signal);
}
