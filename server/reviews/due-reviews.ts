import { groupBy } from '../../core/lists/group-by.ts';
import { decide } from '../../core/policy/decide.ts';
import { isFalling } from '../../core/reviews/review.ts';
import { isIn, REVIEW_GROUPS, type ReviewGroup } from '../../core/reviews/review-group.ts';
import type { ReviewLines } from '../../core/reviews/review-line.ts';
import type { School } from '../../core/schools/school.ts';
import { shownName } from '../../core/students/shown-name.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { readNamedStudents, studentsAtSchools } from '../students/named-student-store.ts';
import { readReviewsOf } from './review-store.ts';
import { schoolToday } from './school-calendar.ts';
import { type ReviewStanding, reviewStandings } from './whom-to-review.ts';

/** More than anybody works through at once; how many there are in all is told with them. */
const MOST = 300;

type Asked = Pick<Deps, 'db' | 'sealing' | 'rules' | 'clock'>;

/** A student before the name is read. */
export interface ReviewOutline extends ReviewStanding {
  id: string;
  schoolId: string;
  localId: string;
  falling: boolean;
}

/** Who is asked every month at these schools, and how it stands; who is doing worse only where the account may know. */
export async function outlineReviews(
  deps: Asked,
  account: Account | null,
  schools: readonly School[],
): Promise<ReviewOutline[]> {
  const told = new Set(schools.filter((school) => mayKnow(account, school)).map(({ id }) => id));
  const districtOf = new Map(schools.map(({ id, districtId }) => [id, districtId]));
  const students = await studentsAtSchools(deps.db, [...districtOf.keys()]);
  const outlines: ReviewOutline[] = [];
  for (const [districtId, own] of groupBy(students, ({ schoolId }) => districtOf.get(schoolId)!)) {
    const ids = own.map(({ id }) => id);
    const standings = await reviewStandings(deps, ids, await schoolToday(deps, districtId));
    const known = own.filter(({ schoolId }) => told.has(schoolId)).map(({ id }) => id);
    const falling = await whoIsFalling(deps, standings, known);
    for (const student of own) {
      const standing = standings.get(student.id);
      if (standing) outlines.push({ ...student, ...standing, falling: falling.has(student.id) });
    }
  }
  return outlines;
}

function mayKnow(account: Account | null, { id, districtId }: School): boolean {
  const reading = decide(account, 'reviews.read', { districtId, schoolIds: [id] });
  return reading.allowed && !reading.redact.has('answers');
}

async function whoIsFalling(
  deps: Asked,
  standings: ReadonlyMap<string, ReviewStanding>,
  ids: readonly string[],
): Promise<Set<string>> {
  const lasts = ids.flatMap((id): [string, string][] => {
    const last = standings.get(id)?.last;
    return last === undefined ? [] : [[id, last]];
  });
  const found = await readReviewsOf(deps, new Map(lasts));
  return new Set([...found.values()].filter(isFalling).map(({ studentId }) => studentId));
}

/** One group with names: who is doing worse first, then who is late for longest. */
export async function listReviews(
  deps: Asked,
  all: readonly ReviewOutline[],
  group: ReviewGroup,
): Promise<ReviewLines> {
  const counts = Object.fromEntries(
    REVIEW_GROUPS.map((one) => [one, all.filter((outline) => isIn(one, outline)).length]),
  ) as Record<ReviewGroup, number>;
  const chosen = all.filter((outline) => isIn(group, outline)).sort(byUrgency);
  const shown = chosen.slice(0, MOST);
  const students = await readNamedStudents(
    deps,
    shown.map(({ id }) => id),
  );
  const items = shown.flatMap(({ id, due, last = null, falling }) => {
    const student = students.get(id);
    if (!student) return [];
    const { schoolId, localId, grade, name } = student;
    return [{ id, schoolId, localId, grade, name: name ? shownName(name) : null, due, last, falling }];
  });
  return { items, total: chosen.length, counts };
}

function byUrgency(a: ReviewOutline, b: ReviewOutline): number {
  return (
    Number(b.falling) - Number(a.falling) ||
    b.due.missed - a.due.missed ||
    a.schoolId.localeCompare(b.schoolId) ||
    a.localId.localeCompare(b.localId)
  );
}
