import { hideTogether } from '../privacy/hide-together.ts';
import type { Group } from './group-of.ts';
import type { FairnessGroup, FairnessRow, PlanFairness, PlanRow } from './plan.ts';
import { inTenThousandths, isPlaced } from './plan-totals.ts';

type Row = Pick<PlanRow, 'studentId' | 'state' | 'score'>;

export interface FairnessOptions<R> {
  by: FairnessGroup;
  /** In which group a row's student is: `groupOf(grouping, schools)`. */
  groupOf: (row: R) => Group;
  /** A figure about fewer students is not told; with 1 or 0 everything is. */
  threshold: number;
}

/**
 * Share served and mean score of each group, in order of their ids. Nothing is told of fewer students than the threshold,
 * and nothing about fewer follows from the sums over all rows, which stand beside it: hidden groups are together as
 * many as that, too, and on both sides of a share.
 */
export function fairnessOf<R extends Row>(
  rows: Iterable<R>,
  { by, groupOf, threshold }: FairnessOptions<R>,
): PlanFairness {
  const tallies = tally(rows, groupOf);
  const isUncounted = hideTogether(
    tallies,
    { ...SIZES, parts: [({ students }) => students.size] },
    threshold,
  );
  const isUntold = hideTogether(
    tallies,
    { ...SIZES, parts: [({ served }) => served.size, ({ without }) => without.size] },
    threshold,
    isUncounted,
  );
  const told = tallies
    .map((group) => tell(group, isUncounted.has(group), isUntold.has(group), threshold))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  const shares = told.flatMap(({ share }) => share ?? []);
  const gap = shares.length < 2 ? null : Math.max(...shares) - Math.min(...shares);
  return { by, rows: told, gap, threshold };
}

interface Tally {
  group: Group;
  needs: number;
  placed: number;
  /** Sum of scores in ten thousandths. */
  score: number;
  students: Set<string>;
  /** Students with a need that is placed, and with one that is not: one may be in both. */
  served: Set<string>;
  without: Set<string>;
}

const SIZES = {
  idOf: ({ group }: Tally) => group.id,
  sizeOf: ({ students }: Tally) => students.size,
};

function tally<R extends Row>(rows: Iterable<R>, groupOf: (row: R) => Group): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const group = groupOf(row);
    const own = tallies.get(group.id) ?? empty(group);
    tallies.set(group.id, own);
    own.needs++;
    own.students.add(row.studentId);
    (isPlaced(row.state) ? own.served : own.without).add(row.studentId);
    if (!isPlaced(row.state)) continue;
    own.placed++;
    own.score += inTenThousandths(row.score ?? 0);
  }
  return [...tallies.values()];
}

function empty(group: Group): Tally {
  return { group, needs: 0, placed: 0, score: 0, students: new Set(), served: new Set(), without: new Set() };
}

function tell(group: Tally, isUncounted: boolean, isUntold: boolean, threshold: number): FairnessRow {
  const { needs, placed, score } = group;
  const hidden = isUncounted || isUntold;
  return {
    group: group.group.id,
    label: group.group.label,
    needs: isUncounted ? null : needs,
    placed: hidden ? null : placed,
    share: hidden ? null : placed / needs,
    end: hidden && !isUncounted ? endOf(group, threshold) : null,
    meanScore: hidden || placed === 0 ? null : score / 10_000 / placed,
    hidden,
  };
}

/** `few`: fewer students than the threshold are served, perhaps nobody; of fewer than twice as many nothing is said. */
function endOf({ students, served, without }: Tally, threshold: number): FairnessRow['end'] {
  if (students.size < 2 * threshold - 1) return null;
  return served.size < threshold ? 'few' : without.size < threshold ? 'most' : null;
}
