import { demandAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { type AccessWording, accessClassNames, methodOf } from './access-words.ts';
import { type Classing, type GapShown, minuteBreaks } from './gap-classes.ts';
import type { Wording } from './match-words.ts';

/** "1,140 of 2,400 students (48 %) have one within 30 min by car". */
export function gapHeadline({ params, total, offers, threshold: n }: GapResult, { t, say }: Wording): string {
  if (total.students === null) return t('gaps.headlineHidden', { n });
  if (total.students === 0) return t('gaps.headlineNobody');
  const students = t('students', { n: total.students });
  if (offers === 0) return t('gaps.headlineNoOffer', { students });
  if (total.end === 'few') return t('gaps.headlineFew', { n, students, ...reachOf(params, { t }) });
  if (total.end === 'most') return t('gaps.headlineMost', { n, students, ...reachOf(params, { t }) });
  if (total.covered === null) return t('gaps.headlineHidden', { n });
  const share = say.percent(total.covered / total.students);
  return t('gaps.headline', { covered: total.covered, students, share, ...reachOf(params, { t }) });
}

/** "Counselling, 30 min by car, all students". */
export function gapName(params: GapParams, { t, a, say, term }: AccessWording): string {
  const demand = a(`count.${demandAsked(params).of}`);
  const terms = say.list(params.terms.map(term));
  const name = t('gaps.storedItem', { terms, demand, ...reachOf(params, { t }) });
  const method = methodOf(params);
  return method === 'share' || method === 'coverage' ? name : `${name}: ${a(`method.${method}`)}`;
}

/** The question as a sentence, for the printed page. */
export function gapSentence(params: GapParams, { t, say, term }: Wording): string {
  const demand = t(`gaps.demand.${params.demand}`);
  return t('gaps.sentence', { terms: say.list(params.terms.map(term)), demand, ...reachOf(params, { t }) });
}

/** What is known of one school or hexagon, sentence by sentence. */
export function gapRowSentences(
  row: GapRow,
  { params, threshold }: Pick<GapResult, 'params' | 'threshold'>,
  { t, say }: Wording,
): string[] {
  return [
    row.nearestMinutes === null
      ? t('gaps.detail.none')
      : t('gaps.detail.nearest', { trip: say.trip(row.nearestMinutes, params.mode) }),
    coveredSentence(row, threshold, { t }),
    ...(row.unmet === null ? [] : [t('gaps.unmet', { n: row.unmet })]),
  ];
}

function coveredSentence(row: GapRow, n: number, { t }: Pick<Wording, 't'>): string {
  if (row.students === 0) return t('gaps.detail.noData');
  const students = row.students === null ? '' : t('students', { n: row.students });
  if (row.end !== null) return t(`gaps.detail.${row.end}`, { n, students });
  if (row.students === null || row.covered === null)
    return row.hidden ? t('gaps.detail.hidden', { n }) : t('gaps.detail.noData');
  return t('gaps.detail.covered', { covered: row.covered, students });
}

/** The names of the five classes, worst first, as their index. */
export function classNames(
  classing: Classing,
  { params, threshold }: Pick<GapResult, 'params' | 'threshold'>,
  wording: AccessWording,
): string[] {
  const { t, a } = wording;
  switch (classing.by) {
    case 'share':
      return [0, 20, 40, 60, 80].map((from) => shareClassName(from, threshold, wording));
    case 'covered':
      return [a('class.uncovered'), '', '', '', a('class.covered')];
    case 'access':
      return accessClassNames(classing.breaks, classing.better, params, wording);
    case 'minutes':
      return minuteClassNames(params, t);
  }
}

/** What the map shows, as its choice and its legend call it. */
export function shownTitle(shown: GapShown, params: GapParams, { t, a }: AccessWording): string {
  if (shown === 'minutes') return t('gaps.measure.minutes');
  const method = methodOf(params);
  return method === 'share' ? t('gaps.measure.share') : a(`method.${method}`);
}

function minuteClassNames(params: GapParams, t: Wording['t']): string[] {
  const [half, whole, more, twice] = minuteBreaks(params.minutes);
  return [
    t('gaps.class.over', { from: twice }),
    t('gaps.class.minutes', { from: more, to: twice }),
    t('gaps.class.minutes', { from: whole, to: more }),
    t('gaps.class.minutes', { from: half, to: whole }),
    t('gaps.class.upTo', { to: half }),
  ];
}

/** The two ends hold the shares as well of which only the end is told. */
function shareClassName(from: number, n: number, { t, say }: Wording): string {
  const span = { from, to: say.percent(from === 80 ? 1 : (from + 19) / 100) };
  if (from === 0) return t('gaps.class.shareFew', { ...span, n });
  return from === 80 ? t('gaps.class.shareMost', { ...span, n }) : t('gaps.class.share', span);
}

function reachOf({ minutes, mode }: GapParams, { t }: Pick<Wording, 't'>) {
  return { minutes, by: t(`by.${mode}`) };
}
