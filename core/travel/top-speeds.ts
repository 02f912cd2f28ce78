import type { TravelMode } from './travel.ts';

/**
 * km/h that nobody keeps up on a whole way: what is quicker than the straight line at this speed cannot be. Runners
 * hold 20 over an hour; the highest limit on any road of the United States is 85 miles (137 km) an hour.
 */
export const TOP_SPEED_KMH: Readonly<Record<TravelMode, number>> = { walk: 20, bike: 50, bus: 137, car: 137 };
