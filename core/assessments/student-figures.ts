import { bandOf } from '../privacy/band.ts';
import type { StudentCounts } from '../privacy/student-counts.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { unmatchedNeeds } from '../unmet/unmatched-needs.ts';
import type { GapsFigure, UptakeFigure } from './live-figure.ts';

/** So many terms are named. */
const NAMED = 3;

/**
 * How many students of these schools have a place, as a band. Of several schools the sum of what is told of each, so
 * that nothing follows from it that does not follow from theirs.
 */
export function uptakeFigure(
  { placed = [], threshold, countedOn }: Pick<StudentCounts, 'placed' | 'threshold' | 'countedOn'>,
  schoolIds: readonly string[],
): UptakeFigure {
  const students = placed
    .filter(({ schoolId, told }) => told && schoolIds.includes(schoolId))
    .reduce((sum, figure) => sum + figure.students, 0);
  return {
    kind: 'uptake',
    asOf: countedOn,
    band: students >= threshold ? bandOf(students, threshold) : null,
    threshold,
  };
}

/** What is needed at these schools and not found, as the ledger tells it: of several schools the sum of what each tells. */
export function gapsFigure(
  counts: Pick<StudentCounts, 'needs' | 'threshold' | 'countedOn' | 'matched'>,
  taxonomy: Pick<Taxonomy, 'terms' | 'within'>,
  schoolIds: readonly string[],
): GapsFigure {
  const unmet = new Map<string, number>();
  for (const { term, schoolId, times } of unmatchedNeeds(counts, taxonomy))
    if (schoolId !== undefined && schoolIds.includes(schoolId))
      unmet.set(term, (unmet.get(term) ?? 0) + times);
  const terms = [...unmet]
    .map(([term, students]) => ({ term, unmet: students }))
    .sort((a, b) => b.unmet - a.unmet || (a.term < b.term ? -1 : 1));
  const { threshold, countedOn, matched } = counts;
  const more = Math.max(0, terms.length - NAMED);
  return { kind: 'gaps', asOf: countedOn, terms: terms.slice(0, NAMED), more, matched, threshold };
}
