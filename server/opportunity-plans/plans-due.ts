import { shownName } from '../../core/students/shown-name.ts';
import type { Deps } from '../deps.ts';
import { openIdentity } from '../students/seal-identity.ts';
import { withPlan } from './plan-change-store.ts';
import { readSigns, type SignedRecord, type StudentSigns } from './read-signs.ts';

/** More than anybody works through at once; how many there are in all is told with them. */
const MOST = 300;

/** A student who should have a plan. */
export interface PlanDue {
  id: string;
  schoolId: string;
  localId: string;
  grade: number;
  name: string | null;
  signs: StudentSigns['signs'];
  hasPlan: boolean;
}

export interface PlansDue {
  items: PlanDue[];
  /** How many should have a plan, and how many of them have none. */
  total: number;
  without: number;
  /** Whether the facts that the rules ask for are noted of any of these schools' students. */
  known: boolean;
}

/** Who of these schools should have a plan: who has none first, then by school and number. */
export async function plansDue(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  schoolIds: readonly string[],
): Promise<PlansDue> {
  const all = await readSigns(deps, schoolIds);
  const should = all.filter(({ signs }) => signs.length > 0);
  const have = await withPlan(deps.db, idsOf(should));
  should.sort(
    ({ record: a }, { record: b }) =>
      Number(have.has(a.id)) - Number(have.has(b.id)) ||
      compare(a.schoolId, b.schoolId) ||
      compare(a.localId, b.localId),
  );
  return {
    items: should.slice(0, MOST).map(({ record, signs }) => ({
      ...toLine(deps.sealing, record),
      signs,
      hasPlan: have.has(record.id),
    })),
    total: should.length,
    without: should.length - have.size,
    known: all.some(({ known }) => known),
  };
}

/** How many should have a plan and have none, for who is only told that they wait. */
export async function countWithoutPlan(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  schoolIds: readonly string[],
): Promise<number> {
  const should = (await readSigns(deps, schoolIds)).filter(({ signs }) => signs.length > 0);
  return should.length - (await withPlan(deps.db, idsOf(should))).size;
}

function idsOf(all: readonly StudentSigns[]): string[] {
  return all.map(({ record }) => record.id);
}

function toLine(sealing: Deps['sealing'], record: SignedRecord) {
  const { sealedCircumstances: _, districtId: _d, id, schoolId, localId, grade, ...rest } = record;
  const { name } = openIdentity(sealing, { id, ...rest });
  return { id, schoolId, localId, grade, name: name ? shownName(name) : null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
