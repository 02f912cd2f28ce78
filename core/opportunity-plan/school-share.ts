import { type HeldFigure, renewFigures } from '../privacy/renew-figures.ts';
import { type ToldShare, tellShare } from '../privacy/tell-share.ts';

const [WHOLE, SHOULD] = ['all', 'should'] as const;

/**
 * How many of a school's students should have a plan, as it is held: counted anew, it stays what it was until it is off
 * by the threshold, and it is told only where as many stand on both sides of it (core/privacy).
 */
export function holdShouldHave(
  school: { students: number; shouldHave: number },
  last: HeldFigure | undefined,
  threshold: number,
): HeldFigure {
  const figures = [
    { id: WHOLE, students: school.students, within: [] },
    { id: SHOULD, students: school.shouldHave, within: [WHOLE] },
  ];
  const held = new Map<string, HeldFigure>([[WHOLE, { students: school.students, told: true }]]);
  if (last) held.set(SHOULD, last);
  return renewFigures(figures, held, threshold).get(SHOULD)!;
}

/** What a school is told of it, and whether that is more than the share of the rules; null where that cannot be said. */
export interface SchoolPlans extends Omit<ToldShare, 'covered'> {
  students: number | null;
  shouldHave: number | null;
  over: boolean | null;
}

const HIDDEN: SchoolPlans = { students: null, shouldHave: null, share: null, end: null, over: null };

export function tellSchoolPlans(
  students: number | null,
  held: HeldFigure | undefined,
  rule: { schoolShare: number; threshold: number },
): SchoolPlans {
  if (students === null || !held) return HIDDEN;
  const { covered, ...share } = tellShare({ students, covered: held.students }, rule.threshold);
  // What is held from before another threshold may look tellable and not be told.
  if (covered !== null && !held.told) return { ...HIDDEN, students };
  return { students, shouldHave: covered, ...share, over: isOver(share, students, rule) };
}

function isOver(
  { share, end }: Omit<ToldShare, 'covered'>,
  students: number,
  { schoolShare, threshold }: { schoolShare: number; threshold: number },
): boolean | null {
  if (share !== null) return share > schoolShare;
  const handful = (threshold - 1) / students;
  // Of a small school neither end of the scale says on which side of the rule it is.
  if (end === 'few') return handful <= schoolShare ? false : null;
  return end === 'most' && 1 - handful > schoolShare ? true : null;
}
