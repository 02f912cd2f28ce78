import type { Capacity } from '../directory/service.ts';
import { dayNumber } from '../schedule/calendar-day.ts';
import type { VerificationRules } from './verification-rules.ts';
import type { Verified } from './verified.ts';

export interface Verifiable {
  id: string;
  verified?: Verified | undefined;
  /** Places that are taken by the partner's own count: the directory's figure, which tells of no student. */
  inUse: number;
}

/** Days since a service was verified. */
export function ageOf({ verified }: Pick<Verifiable, 'verified'>, day: string, rules: VerificationRules) {
  return verified === undefined ? rules.unknownDays : Math.max(0, dayNumber(day) - dayNumber(verified.on));
}

export function isDue(service: Pick<Verifiable, 'verified'>, day: string, rules: VerificationRules): boolean {
  return ageOf(service, day, rules) > rules.freshDays;
}

/**
 * What to verify next comes first: (1 + places in use) × days since it was verified; of equal ones the older, then
 * by id.
 */
export function orderQueue<T extends Verifiable>(
  services: readonly T[],
  day: string,
  rules: VerificationRules,
): T[] {
  const weighed = services.map((service) => {
    const age = ageOf(service, day, rules);
    return { service, age, weight: (1 + service.inUse) * age };
  });
  weighed.sort((a, b) => b.weight - a.weight || b.age - a.age || (a.service.id < b.service.id ? -1 : 1));
  return weighed.map(({ service }) => service);
}

/** Of a service's count; nothing where one of the figures is not told. */
export function placesInUse({ available, maximum }: Pick<Capacity, 'available' | 'maximum'> = {}): number {
  return available === undefined || maximum === undefined ? 0 : Math.max(0, maximum - available);
}
