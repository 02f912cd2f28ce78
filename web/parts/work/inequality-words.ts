import type { AccessInequality } from '../../../core/gaps/access-inequality.ts';
import type { GapParams } from '../../../core/gaps/gap.ts';
import { type AccessWording, accessValue } from './access-words.ts';

/** Less of the mean than this is next to nothing: "80 times" of it says less. */
const NEXT_TO_NOTHING = 0.02;

/** What a board wants to hear first: the two ends, and the half. */
export function inequalitySummary(
  { worstTenth, bestTenth, lorenz }: AccessInequality,
  params: GapParams,
  wording: AccessWording,
): string[] {
  const { a, say } = wording;
  const half = a('fair.half', { share: say.percent(lorenz[5]!) });
  if (worstTenth === null || bestTenth === null) return [half];
  const best = accessValue(bestTenth, params, wording);
  if (worstTenth < NEXT_TO_NOTHING * bestTenth) return [a('fair.none', { best }), half];
  const times = (bestTenth / worstTenth).toLocaleString(say.locale, { maximumSignificantDigits: 2 });
  const worst = accessValue(worstTenth, params, wording);
  return [a('fair.times', { times, best, worst }), half];
}

/** The field's own measures, each with what it would be if all had the same. */
export function inequalitySentences(inequality: AccessInequality, { a, say }: AccessWording): string[] {
  const { gini, theil, atkinson, groups } = inequality;
  const parts = groups.flatMap(({ by, between, within }) => {
    const share = between + within > 0 ? between / (between + within) : 0;
    return a(`fair.between.${by}`, { share: say.percent(share) });
  });
  return [
    a('fair.gini', { value: say.score(gini) }),
    [a('fair.theil', { value: say.score(theil) }), ...parts].join(' '),
    a('fair.atkinson', { value: say.score(atkinson), share: say.percent(atkinson) }),
  ];
}
