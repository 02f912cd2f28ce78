import type { PairExplanation } from './explain-pair.ts';
import type { LimitAnswer } from './limit-answers.ts';
import type { MatchStudent } from './match-input.ts';
import type { AskedFact, WhatWouldHelp } from './what-would-help.ts';

const CIRCUMSTANCES: ReadonlySet<LimitAnswer['limit']> = new Set([
  'income',
  'program',
  'gender',
  'attribute',
]);

/** `conditions`: it asks for something of which the reader may not know whether it is met. */
export type ShownPair = Omit<PairExplanation, 'outcome'> & {
  outcome: PairExplanation['outcome'] | 'conditions';
};

/**
 * For people who may see the student and not the circumstances. Of an offer that asks for one of them only is told
 * what has nothing to do with it: neither whether it is a match nor where it ranks.
 */
export function concealPair(pair: PairExplanation): ShownPair {
  if (!pair.limits.some(({ limit }) => CIRCUMSTANCES.has(limit))) return pair;
  const { limit: _l, match: _m, compared: _c, limits, ...rest } = pair;
  return { ...rest, outcome: 'conditions', limits: limits.filter(({ limit }) => !CIRCUMSTANCES.has(limit)) };
}

/** The student without circumstances: what is found for such a one tells nothing of them. */
export function withoutCircumstances<S extends MatchStudent>({ circumstances: _, ...student }: S) {
  return student;
}

/** Without the questions that circumstances would settle. */
export function concealFacts(help: WhatWouldHelp): WhatWouldHelp {
  const isOpen = ({ fact }: AskedFact) =>
    fact === 'birth-month' || fact === 'languages' || fact === 'home' || fact === 'free-times';
  return { ...help, facts: help.facts.filter(isOpen) };
}
