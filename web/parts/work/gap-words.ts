import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { type GapMeasure, minuteBreaks } from './gap-classes.ts';
import type { Wording } from './match-words.ts';

/** "1,140 of 2,400 students (48 %) have one within 30 min by car". */
export function gapHeadline({ params, total, offers }: GapResult, { t, say }: Wording): string {
  if (total.students === null || total.covered === null) return t('gaps.headlineHidden');
  if (total.students === 0) return t('gaps.headlineNobody');
  const students = t('students', { n: total.students });
  if (offers === 0) return t('gaps.headlineNoOffer', { students });
  const share = say.percent(total.covered / total.students);
  return t('gaps.headline', { covered: total.covered, students, share, ...reachOf(params, { t }) });
}

/** "Counselling, 30 min by car, all students". */
export function gapName(params: GapParams, { t, say, term }: Wording): string {
  const demand = t(`gaps.demand.${params.demand}`);
  return t('gaps.storedItem', { terms: say.list(params.terms.map(term)), demand, ...reachOf(params, { t }) });
}

/** The question as a sentence, for the printed page. */
export function gapSentence(params: GapParams, { t, say, term }: Wording): string {
  const demand = t(`gaps.demand.${params.demand}`);
  return t('gaps.sentence', { terms: say.list(params.terms.map(term)), demand, ...reachOf(params, { t }) });
}

/** What is known of one school or hexagon, sentence by sentence. */
export function gapRowSentences(row: GapRow, params: GapParams, { t, say }: Wording): string[] {
  return [
    row.nearestMinutes === null
      ? t('gaps.detail.none')
      : t('gaps.detail.nearest', { trip: say.trip(row.nearestMinutes, params.mode) }),
    coveredSentence(row, { t }),
    ...(row.unmet === null ? [] : [t('gaps.unmet', { n: row.unmet })]),
  ];
}

function coveredSentence(row: GapRow, { t }: Pick<Wording, 't'>): string {
  if (row.students === 0) return t('gaps.detail.noData');
  if (row.students === null || row.covered === null)
    return row.hidden ? t('gaps.detail.hidden') : t('gaps.detail.noData');
  return t('gaps.detail.covered', { covered: row.covered, students: t('students', { n: row.students }) });
}

/** The names of the five classes, worst first, as their index. */
export function classNames(measure: GapMeasure, limit: number, { t, say }: Wording): string[] {
  if (measure === 'share')
    return [0, 20, 40, 60, 80].map((from) =>
      t('gaps.class.share', { from, to: say.percent(from === 80 ? 1 : (from + 19) / 100) }),
    );
  const [half, whole, more, twice] = minuteBreaks(limit);
  return [
    t('gaps.class.over', { from: twice }),
    t('gaps.class.minutes', { from: more, to: twice }),
    t('gaps.class.minutes', { from: whole, to: more }),
    t('gaps.class.minutes', { from: half, to: whole }),
    t('gaps.class.upTo', { to: half }),
  ];
}

function reachOf({ minutes, mode }: GapParams, { t }: Pick<Wording, 't'>) {
  return { minutes, by: t(`by.${mode}`) };
}
