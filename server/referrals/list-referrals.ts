import { z } from 'zod';
import { leftByClosing } from '../../core/referrals/left-by-closing.ts';
import { isLate, type Ordered, orderReferrals } from '../../core/referrals/order-referrals.ts';
import { isOpen, isUnanswered, ReferralState } from '../../core/referrals/referral-state.ts';
import type { StudentName } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import type { Access } from '../http/route.ts';
import { type Unreached, unreachedOf } from '../referral-links/unreached.ts';
import { idsAtSchools, readNamedStudents } from '../students/named-student-store.ts';
import { schoolsInScope } from '../students/schools-in-scope.ts';
import { outlineReferrals, readReferrals } from './referral-store.ts';
import { type ReferralView, viewReferrals } from './view-referrals.ts';

/** What is known of all of them, besides what each is. */
interface Known {
  now: string;
  /** Left by partners that closed. */
  left: ReadonlySet<string>;
  unreached: ReadonlyMap<string, Unreached>;
}

/** Groups of states that people ask for, besides a single one. */
const GROUPS = {
  open: ({ state }: Ordered) => isOpen(state),
  unanswered: ({ state }: Ordered) => isUnanswered(state),
  late: (one: Ordered, { now }: Known) => isLate(one, now),
  'no-address': ({ id }: Ordered, { unreached }: Known) => unreached.has(id),
  ended: ({ state }: Ordered) => !isOpen(state),
  closed: ({ id }: Ordered, { left }: Known) => left.has(id),
  all: () => true,
} as const;
const GROUP_NAMES = ['open', 'unanswered', 'late', 'no-address', 'ended', 'closed', 'all'] as const;

export const ReferralList = z.strictObject({
  school: z.string().max(100).optional(),
  state: z.union([z.enum(GROUP_NAMES), ReferralState]).default('open'),
  page: z.coerce.number().pipe(z.int().min(1).max(10_000)).default(1),
  perPage: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
});
export type ReferralList = z.output<typeof ReferralList>;

export type ListedReferral = ReferralView & {
  name: StudentName | null;
  localId: string;
  grade: number;
  late: boolean;
  /** Why its partner has not been written to; absent where it has, or need not be. */
  unreached?: Unreached;
};

export interface ReferralPage {
  items: ListedReferral[];
  total: number;
  page: number;
  perPage: number;
  /** How many there are of each group and state. */
  counts: Record<string, number>;
  schools: { id: string; districtId: string; name: string }[];
}

/** Referrals of the students who are now at schools that are open, what waits for an answer first. */
export async function listForSchool(deps: Deps, access: Access, asked: ReferralList): Promise<ReferralPage> {
  const now = deps.clock().toISOString();
  const schools = await schoolsInScope(deps.db, access, undefined);
  const wanted = asked.school === undefined ? schools : schools.filter(({ id }) => id === asked.school);
  const studentIds = await idsAtSchools(
    deps.db,
    wanted.map(({ id }) => id),
  );
  const all = await outlineReferrals(deps.db, studentIds);
  const known = { now, left: leftByClosing(all), unreached: await unreachedOf(deps, all) };
  const found = orderReferrals(all.filter(chosenBy(asked.state, known)), now);
  const { page, perPage } = asked;
  const shown = found.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
  const referrals = await readReferrals(deps.db, shown);
  await access.saw([...new Set(referrals.map(({ studentId }) => studentId))]);
  const students = await readNamedStudents(
    deps,
    referrals.map(({ studentId }) => studentId),
  );
  const views = await viewReferrals(deps, referrals, now.slice(0, 10));
  return {
    items: views.flatMap((view) => {
      const student = students.get(view.studentId);
      if (!student) return [];
      const { name = null, localId, grade } = student;
      const unreached = known.unreached.get(view.id);
      const late = isLate(view, now);
      return [{ ...view, name, localId, grade, late, ...(unreached && { unreached }) }];
    }),
    total: found.length,
    page,
    perPage,
    counts: countsOf(all, known),
    schools: schools.map(({ id, districtId, name }) => ({ id, districtId, name })),
  };
}

function chosenBy(state: ReferralList['state'], known: Known): (one: Ordered) => boolean {
  const group = GROUP_NAMES.find((name) => name === state);
  return (one) => (group ? GROUPS[group](one, known) : one.state === state);
}

function countsOf(all: readonly Ordered[], known: Known): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(
    GROUP_NAMES.map((name) => [name, all.filter((one) => GROUPS[name](one, known)).length]),
  );
  for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
