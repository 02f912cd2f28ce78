import { demandAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { type AccessWording, peopleWords } from '../work/access-words.ts';
import type { SayReport } from './use-report.ts';

export interface ReportWording extends AccessWording {
  r: SayReport;
}

/** So many names are read out; the rest are counted. */
const NAMES = 5;

/** Who is affected, from what is told: those without, schools and areas with nothing near, the longest way. */
export function affectedSentences(
  result: GapResult,
  nameOf: (row: GapRow) => string,
  wording: ReportWording,
): string[] {
  const { r } = wording;
  const unmet = result.total.unmet;
  const schools = result.bySchool.filter((row) => isFar(row, result.params));
  return [
    ...withoutSentence(result, wording),
    schools.length > 0
      ? schoolsSentence(schools, result.params, nameOf, wording)
      : r('affected.none', reachOf(result.params, wording)),
    ...areasSentence(result, wording),
    ...farthestSentence(result, nameOf, wording),
    ...(unmet === null || unmet === 0 ? [] : [r('affected.unmet', { n: unmet })]),
  ];
}

function isFar({ outOfReach, nearestMinutes }: GapRow, { minutes }: GapParams): boolean {
  return outOfReach ?? (nearestMinutes === null || nearestMinutes > minutes);
}

function withoutSentence({ params, total, access }: GapResult, wording: ReportWording): string[] {
  if (access || total.students === null || total.covered === null) return [];
  const people = peopleWords(total.students, params, wording);
  const without = total.students - total.covered;
  return [wording.r('affected.without', { without, people, ...reachOf(params, wording) })];
}

function schoolsSentence(
  schools: readonly GapRow[],
  params: GapParams,
  nameOf: (row: GapRow) => string,
  wording: ReportWording,
): string {
  const { r, say } = wording;
  const n = schools.length;
  const told = schools.map(nameOf);
  const names =
    n > NAMES ? r('affected.more', { names: told.slice(0, NAMES).join(', '), n: n - NAMES }) : say.list(told);
  const counted = schools.map((row) => row.people ?? row.students).filter((count) => count !== null);
  const values = { n, names, ...reachOf(params, wording) };
  if (counted.length < n) return r('affected.schools', values);
  return r('affected.schoolsPeople', { ...values, people: peopleWords(sum(counted), params, wording) });
}

function areasSentence({ params, byArea = [] }: GapResult, wording: ReportWording): string[] {
  const far = byArea.filter((row) => isFar(row, params));
  if (far.length === 0) return [];
  const people = peopleWords(Math.round(sum(far.map((row) => row.people ?? 0))), params, wording);
  return [wording.r('affected.areas', { n: far.length, people, ...reachOf(params, wording) })];
}

function farthestSentence(
  { bySchool, params }: GapResult,
  nameOf: (row: GapRow) => string,
  { r, say }: ReportWording,
): string[] {
  const [farthest] = [...bySchool].sort((a, b) => (b.nearestMinutes ?? 0) - (a.nearestMinutes ?? 0));
  const minutes = farthest?.nearestMinutes ?? null;
  if (!farthest || minutes === null) return [];
  return [r('affected.farthest', { name: nameOf(farthest), trip: say.trip(minutes, params.mode) })];
}

/** How a share within reach is worked out; a measure of access says it itself. */
export function shareMethod({ params, offers }: GapResult, wording: ReportWording): string[] {
  const { r } = wording;
  return [
    r('method.share', reachOf(params, wording)),
    ...(params.demand === 'need' ? [r('method.shareNeed')] : []),
    r('method.offers', { n: offers }),
    r('method.source'),
  ];
}

/** What the figures do not say. */
export function limitSentences({ params, access, threshold }: GapResult, { r }: ReportWording): string[] {
  const { of } = demandAsked(params);
  const engine = access?.travel.engine ?? 'straight';
  return [
    r('limit.reach'),
    r('limit.known'),
    of === 'enrolment' || of === 'children' ? r(`limit.${of}`) : r('limit.small', { n: threshold }),
    ...(access && access.capacityUnknown > 0 ? [r('limit.capacity', { n: access.capacityUnknown })] : []),
    ...(engine === 'straight' ? [r('limit.straight')] : []),
  ];
}

function reachOf({ minutes, mode }: GapParams, { t }: Pick<ReportWording, 't'>) {
  return { minutes, by: t(`by.${mode}`) };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
