import type { TravelMode } from '../../../core/travel/travel.ts';

/** Asks a Valhalla, in this process or elsewhere; what comes back is checked by who asked. */
export type ValhallaAsk = (
  action: 'sources_to_targets' | 'locate' | 'isochrone',
  question: object,
) => Promise<unknown>;

/** What Valhalla calls our modes. It knows no timetables here, so there is none for the bus. */
export const COSTINGS: Readonly<Partial<Record<TravelMode, string>>> = {
  walk: 'pedestrian',
  bike: 'bicycle',
  car: 'auto',
};
