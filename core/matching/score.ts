import { FACTORS, type Factor, type MatchingRules } from './match.ts';

/** Every factor from 0 to 1; docs/methods.md says why each is what it is. */
export type Factors = Record<Factor, number>;

/** For a fact that nobody knows: neither good nor bad. */
export const NEUTRAL = 0.5;

/** 1, 2, 3 of urgency or strength. */
export function weightFactor(weight: number): number {
  return weight / 3;
}

/** Log-logistic decay: 1 at once, one half at `halfMinutes`, flat where minutes hardly matter. */
export function travelFactor(minutes: number, halfMinutes: number): number {
  return 1 / (1 + (minutes / halfMinutes) ** 2);
}

/** One free place one half, three 0.75, nine 0.9: the last places are the less sure ones. */
export function placesFactor(free: number | undefined): number {
  return free === undefined ? NEUTRAL : free / (free + 1);
}

export function languageFactor(offered: readonly string[], spoken: readonly string[]): number {
  if (offered.length === 0 || spoken.length === 0) return NEUTRAL;
  return offered.some((code) => spoken.includes(code)) ? 1 : 0;
}

export function costFactor(free: boolean | undefined): number {
  return free === undefined ? NEUTRAL : Number(free);
}

export function continuityFactor(organizationId: string, known: readonly string[]): number {
  return known.length === 0 ? NEUTRAL : Number(known.includes(organizationId));
}

/** Mean of the factors by the rules' weights, four decimals; 0 where all weights are 0. */
export function scoreOf(factors: Factors, weights: MatchingRules['weights']): number {
  let sum = 0;
  let total = 0;
  for (const factor of FACTORS) {
    sum += weights[factor] * factors[factor];
    total += weights[factor];
  }
  return total === 0 ? 0 : roundTo4(sum / total);
}

/** The factors as they are shown: four decimals. */
export function roundFactors(factors: Factors): Factors {
  const rounded = { ...factors };
  for (const factor of FACTORS) rounded[factor] = roundTo4(factors[factor]);
  return rounded;
}

function roundTo4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
