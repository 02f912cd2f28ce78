import type { RoleGrant } from '../../core/accounts/role.ts';
import type { FoundEntry } from '../../core/audit/access-record.ts';
import type { AuditEntry } from '../../core/audit/entry.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../deps.ts';
import type { Access } from '../http/route.ts';
import { model, type Stored } from '../store/collection.ts';
import { readStudentNames } from '../students/named-student-store.ts';
import { students } from '../students/student-collection.ts';
import { type AuditSearch, findEntries } from './find-entries.ts';
import { readPeople } from './read-people.ts';
import { openDetails } from './seal-details.ts';
import { viewAccess, wholeDisclosure } from './view-entry.ts';

const PAGE = 50;
/** Pages read for one answer at most: where little is of the asker's district, an answer may be short of a page. */
const MOST_READ = 10;
/** Of more students than these only the number is told. */
const MOST_NAMED = 3;

type Known = ReadonlyMap<string, Pick<Student, 'id' | 'localId' | 'districtId'>>;

/** One page of the entries that the policy opens, the newest first, and where to go on. */
export async function searchLog(
  deps: Pick<Deps, 'db' | 'sealing'>,
  access: Access,
  search: AuditSearch,
  before: number | undefined,
): Promise<{ items: FoundEntry[]; next: number | null }> {
  const open: AuditEntry[] = [];
  let cursor: number | null = before ?? null;
  for (let read = 0; read < MOST_READ && open.length < PAGE; read += 1) {
    const limit = PAGE - open.length;
    const found = await findEntries(deps.db, search, { before: cursor ?? undefined, limit });
    open.push(...(await ofDistrict(deps.db, access, found)));
    const last = found.at(-1);
    cursor = last && found.length === limit ? last.seq : null;
    if (!cursor) break;
  }
  return { items: await show(deps, access, open, search.studentId), next: cursor };
}

async function ofDistrict(db: Deps['db'], access: Access, entries: AuditEntry[]): Promise<AuditEntry[]> {
  const [known, people] = await Promise.all([
    readKnown(db, entries),
    readPeople(
      db,
      entries.map(({ actor }) => actor),
    ),
  ]);
  return entries.filter(access.opens((entry) => resourceOf(entry, known, people)));
}

/** An entry belongs to the district of its students; one about none to that of who did it. */
function resourceOf(
  { studentIds, actor }: AuditEntry,
  known: Known,
  people: Awaited<ReturnType<typeof readPeople>>,
): Resource {
  const grants = people.get(actor.accountId ?? '')?.grants ?? [];
  const districts = new Set(
    studentIds.length > 0 ? studentIds.map((id) => known.get(id)?.districtId) : grants.map(districtOf),
  );
  return districts.size === 1 ? { districtId: [...districts][0] } : {};
}

function districtOf({ districtId }: RoleGrant): string | undefined {
  return districtId;
}

async function show(
  deps: Pick<Deps, 'db' | 'sealing'>,
  access: Access,
  entries: AuditEntry[],
  asked: string | undefined,
): Promise<FoundEntry[]> {
  const named = (ids: readonly string[]) =>
    ids.length <= MOST_NAMED ? ids : ids.filter((id) => id === asked);
  const ids = [...new Set(entries.flatMap(({ studentIds }) => named(studentIds)))];
  await access.saw(ids);
  const [known, names, people, details] = await Promise.all([
    readKnown(deps.db, entries),
    readStudentNames(deps, ids),
    readPeople(
      deps.db,
      entries.map(({ actor }) => actor),
    ),
    openDetails(deps, entries),
  ]);
  return entries.map((entry) => {
    const opened = details.get(entry.ref);
    const disclosure = wholeDisclosure(entry, opened);
    return {
      ...viewAccess(entry, people, opened),
      studentCount: entry.studentIds.length,
      students: named(entry.studentIds).map((id) => {
        const name = names.get(id);
        return { id, localId: known.get(id)?.localId ?? '', ...(name && { name }) };
      }),
      ...(entry.on && { on: entry.on }),
      ...(entry.counts && { counts: entry.counts }),
      ...(disclosure && { disclosure }),
    };
  });
}

async function readKnown(db: Deps['db'], entries: readonly AuditEntry[]): Promise<Known> {
  const ids = [...new Set(entries.flatMap(({ studentIds }) => studentIds))];
  const found = await model<Student>(db, students)
    .find({ _id: { $in: ids } }, { localId: 1, districtId: 1 })
    .lean<Pick<Stored<Student>, '_id' | 'localId' | 'districtId'>[]>();
  return new Map(found.map(({ _id, localId, districtId }) => [_id, { id: _id, localId, districtId }]));
}
