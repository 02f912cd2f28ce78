import { keyOf } from './parent-keys.ts';

/** The id of a service at a place, where its source gives it none. */
export function pairId(service: string, location: string): string {
  return `${service}@${location}`;
}

export function pairKey(service: string, location: string): string {
  return keyOf('pair', pairId(service, location));
}
