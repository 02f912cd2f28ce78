import type { WeeklySpan } from '../../core/schedule/schedule.ts';
import { get, post, put } from './request.ts';

/** When one service is open at one place. */
export interface PlaceHours {
  id: string;
  serviceId: string;
  placeName: string;
  hours: WeeklySpan[];
  alsoSometimes: boolean;
  /** When hours were told here last; it goes along with a change, so that nobody overwrites what they have not seen. */
  toldAt: string | null;
}

export function loadHours(organizationId: string, signal?: AbortSignal): Promise<{ items: PlaceHours[] }> {
  return get(`/organizations/${organizationId}/hours`, {}, signal);
}

export function tellHours({ id, toldAt }: PlaceHours, hours: readonly WeeklySpan[]): Promise<PlaceHours> {
  return put(`/offers/${id}/hours`, { hours, seen: toldAt });
}

export function undoHours({ id, toldAt }: PlaceHours): Promise<PlaceHours> {
  return post(`/offers/${id}/hours/undo`, { seen: toldAt });
}
