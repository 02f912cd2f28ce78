import type { AccessMeasure, AccessMethod } from '../access/access-measure.ts';
import type { Decay } from '../access/decay.ts';

export type DecayKind = Decay['kind'];

/** How much is left of the weight at the limit, with each decay that has no end of its own. */
const LEFT_AT_LIMIT = 0.01;

/** The methods in which a place further away counts less, step by step where nothing else is said. */
export const DECAYING: readonly AccessMethod[] = ['e2sfca', '3sfca', 'weighted-catchment'];

/** A measure with the numbers that fit a limit in minutes, so that one choice of minutes says how far all of it reaches. */
export function measureFor(method: AccessMethod, minutes: number, decay: DecayKind = 'step'): AccessMeasure {
  if (!DECAYING.includes(method)) return { method, limit: minutes };
  return { method, limit: minutes, decay: decayFor(method, decay, minutes) };
}

function decayFor(method: AccessMethod, kind: DecayKind, limit: number): Decay {
  switch (kind) {
    case 'step':
      return { kind, steps: method === '3sfca' ? wanSteps(limit) : luoSteps(limit) };
    case 'gaussian':
      return { kind, sigma: limit / Math.sqrt(-2 * Math.log(LEFT_AT_LIMIT)) };
    case 'exponential':
      return { kind, beta: -Math.log(LEFT_AT_LIMIT) / limit };
    case 'gravity':
      return { kind, scale: limit / 10, alpha: Math.log10(LEFT_AT_LIMIT), least: limit / 10 };
  }
}

/** Luo and Qi (2009) gave these weights to 10, 20 and 30 minutes. */
function luoSteps(limit: number): [number, number][] {
  return [
    [limit / 3, 1],
    [(2 * limit) / 3, 0.68],
    [limit, 0.22],
  ];
}

/** Wan, Zou and Sternberg (2012) gave these weights to 10, 20, 30 and 60 minutes. */
function wanSteps(limit: number): [number, number][] {
  return [
    [limit / 6, 0.962],
    [limit / 3, 0.704],
    [limit / 2, 0.377],
    [limit, 0.042],
  ];
}
