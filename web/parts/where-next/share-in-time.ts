import type { SitingOutcome, SitingStep } from '../../../core/where-next/siting-outcome.ts';

/** Of all who were counted, over all kinds of help together. */
export function shareInTime({ inTime }: SitingStep, { people }: Pick<SitingOutcome, 'people'>): number {
  const sum = (parts: readonly { people: number }[]) => parts.reduce((all, part) => all + part.people, 0);
  const whole = sum(people);
  return whole > 0 ? sum(inTime) / whole : 0;
}
