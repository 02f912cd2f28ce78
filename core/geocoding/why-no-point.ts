import type { Location } from '../directory/service.ts';
import { addressKey, addressToAsk } from './address-to-ask.ts';
import type { GeocodingState } from './geocoding.ts';
import type { PointReason } from './point-view.ts';

export interface Looked {
  /** What became of looking for it, and for which address. */
  geocoding: { key: string; state: GeocodingState } | undefined;
  /** A person has said that it has no point. */
  byPerson: boolean;
}

/** Why a place has no point, as far as that is known. What was found for another address says nothing. */
export function whyNoPoint(
  { addresses, pointQuality }: Pick<Location, 'addresses' | 'pointQuality'>,
  { geocoding, byPerson }: Looked,
): PointReason {
  if (byPerson) return 'left';
  const asked = addressToAsk(addresses);
  if (!asked) return 'no-address';
  const state = geocoding?.key === addressKey(asked) ? geocoding.state : undefined;
  // It had a point that was found, and somebody took it back.
  if (state === 'applied' || state === 'left') return 'left';
  if (state === 'waiting' || state === 'not-found') return state;
  return pointQuality === 'missing' ? 'not-asked' : 'wrong-point';
}

/** Whether a geocoder can help: nobody has asked one yet. */
export function isToAsk(reason: PointReason): boolean {
  return reason === 'not-asked' || reason === 'wrong-point';
}
