import { get, post, remove } from './request.ts';

/** Since when one has a calendar of what is due; the address is told once, when it is made. */
export interface OwnCalendar {
  since: string | null;
  address?: string;
}

const PATH = '/own-account/calendar';

export function loadOwnCalendar(signal?: AbortSignal): Promise<OwnCalendar> {
  return get<OwnCalendar>(PATH, {}, signal);
}

export function makeOwnCalendar(): Promise<OwnCalendar> {
  return post<OwnCalendar>(PATH);
}

export function endOwnCalendar(): Promise<void> {
  return remove(PATH);
}
