import { z } from 'zod';

export const TRAVEL_MODES = ['walk', 'bike', 'bus', 'car'] as const;
export const TravelMode = z.enum(TRAVEL_MODES);
export type TravelMode = z.infer<typeof TravelMode>;

/** How one mode turns a straight line into minutes: overhead + km × detour / speed × 60. */
export const ModeRule = z.object({
  speedKmh: z.number().positive(),
  detour: z.number().min(1),
  overheadMinutes: z.number().min(0),
  /** A child is not sent further than this. */
  maximumMinutes: z.number().positive(),
});
export type ModeRule = z.infer<typeof ModeRule>;

export const TravelRules = z.record(TravelMode, ModeRule);
export type TravelRules = z.infer<typeof TravelRules>;

/** Minutes for a straight-line distance in km by a mode. */
export function travelMinutes(km: number, rule: ModeRule): number {
  return rule.overheadMinutes + ((km * rule.detour) / rule.speedKmh) * 60;
}

/** The straight-line distance in km that `minutes` reach; 0 where the overhead alone takes longer. */
export function reachKm(minutes: number, rule: ModeRule): number {
  return Math.max(0, (((minutes - rule.overheadMinutes) / 60) * rule.speedKmh) / rule.detour);
}
