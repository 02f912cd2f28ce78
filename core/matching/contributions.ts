import { FACTORS, type Factor, type MatchingRules } from './match.ts';
import type { Factors } from './score.ts';

/** What one factor adds to a score, and what it could add at most. */
export interface Contribution {
  factor: Factor;
  /** The factor itself, 0 to 1. */
  value: number;
  points: number;
  most: number;
}

/**
 * The parts of a score: weight × factor ÷ Σ weights each, so that their sum is the score. A factor without weight adds
 * nothing and can add nothing.
 */
export function contributionsOf(
  factors: Readonly<Factors>,
  weights: Readonly<MatchingRules['weights']>,
): Contribution[] {
  const total = FACTORS.reduce((sum, factor) => sum + weights[factor], 0);
  return FACTORS.map((factor) => {
    const most = total === 0 ? 0 : weights[factor] / total;
    return { factor, value: factors[factor], points: most * factors[factor], most };
  });
}
