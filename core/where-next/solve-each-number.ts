import type { SitingOptions, SitingProblem, SitingResult } from '../siting/siting-problem.ts';
import { solveSiting } from '../siting/solve-siting.ts';

/** What is known of a choice: which sites, and how good it is. */
export type SolvedNumber = Pick<SitingResult, 'open' | 'objective' | 'bound' | 'proven'>;

export interface EachNumber {
  result: SitingResult;
  /** The best for fewer new sites, from as many as must be in (at least 1) up. Empty where there was no time for all. */
  fewer: SolvedNumber[];
}

interface EachNumberOptions extends SitingOptions {
  /** How many of the fixed sites are no new ones. */
  standing: number;
  /** For all smaller numbers together, by `now`. */
  fewerSeconds: number;
}

/**
 * The question itself, and the same for each smaller number of new sites. Where as few sites as possible are wanted, a
 * smaller number is asked to reach most people.
 */
export function solveEachNumber(
  problem: SitingProblem,
  { standing, fewerSeconds, ...options }: EachNumberOptions,
): EachNumber {
  const result = solveSiting(problem, options);
  const forced = (problem.fixed?.length ?? 0) - standing;
  const { now = () => 0 } = options;
  const end = now() + fewerSeconds * 1000;
  const fewer: SolvedNumber[] = [];
  for (let number = Math.max(1, forced); number < result.open.length - standing; number++) {
    const seconds = (end - now()) / 1000;
    if (seconds <= 0) return { result, fewer: [] };
    const asked = { ...problem, p: number + standing };
    if (asked.model === 'lscp') asked.model = 'mclp';
    const { open, objective, bound, proven } = solveSiting(asked, { now, seconds });
    fewer.push({ open, objective, bound, proven });
  }
  return { result, fewer };
}
