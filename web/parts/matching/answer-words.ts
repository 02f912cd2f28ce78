import type { ShownPair } from '../../../core/matching/conceal-pair.ts';
import { contributionsOf } from '../../../core/matching/contributions.ts';
import type { LimitAnswer } from '../../../core/matching/limit-answers.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { matchingEn } from '../../text/matching-en.ts';
import { sayClock } from '../../text/say-time.ts';
import type { Value } from '../../text/translate.ts';
import type { Voice } from '../../text/use-voice.tsx';
import { reasonWords, sayValues, shortGrade } from '../work/match-words.ts';
import type { MatchingVoice } from './use-matching.ts';

/** What one limit answers, as part of a sentence; empty for a code that this page does not know yet. */
export function answerWords(answer: LimitAnswer, wording: MatchingVoice, voice: Voice): string {
  const key = `reason.${answer.code}`;
  if (!(key in matchingEn)) return reasonWords(answer, wording);
  const { values, code } = answer;
  const said: Record<string, Value> = sayValues(code, values, wording);
  if (typeof values.grade === 'number') said.grade = shortGrade(values.grade, wording.t);
  if (values.arrival) said.arrival = sayClock(voice, String(values.arrival));
  if (values.latest) said.latest = sayClock(voice, String(values.latest));
  return (wording.m as (key: string, values: Record<string, Value>) => string)(key, said);
}

/** Losses smaller than what is shown as 0.01 are no reason. */
const TELLING = 0.005;

/** "0.12 on “Short way” and 0.05 on “Language”": where it falls behind what it is compared with, the most first. */
export function lossWords(
  { match, compared }: Pick<ShownPair, 'match' | 'compared'>,
  { weights }: Weighting,
  { m, t, say }: MatchingVoice,
): string | undefined {
  if (!match || !compared) return undefined;
  const theirs = contributionsOf(compared.factors, weights);
  const losses = contributionsOf(match.factors, weights)
    .map(({ factor, points }, i) => ({ factor, loss: theirs[i]!.points - points }))
    .filter(({ loss }) => loss >= TELLING)
    .sort((a, b) => b.loss - a.loss)
    .map(({ factor, loss }) =>
      m('why.losesPart', { points: say.score(loss), factor: t(`factor.${factor}`) }),
    );
  return losses.length > 0 ? say.list(losses) : undefined;
}
