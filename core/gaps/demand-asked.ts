import { type DemandQuestion, isOfTerm } from '../demand/demand-question.ts';
import type { GapParams } from './gap.ts';

/** Whom a run counts. Runs from before others than students could be counted say it by `demand` alone. */
export function demandAsked({ demand, demandOf, terms }: GapParams): DemandQuestion {
  const of = demandOf ?? (demand === 'need' ? 'need' : 'students');
  return isOfTerm(of) ? { of, term: terms[0]! } : { of };
}

/** The measure of a run; undefined where it tells the share within reach, as all runs once did. */
export function measureAsked({ measure }: GapParams): Exclude<GapParams['measure'], 'share'> {
  return measure === 'share' ? undefined : measure;
}
