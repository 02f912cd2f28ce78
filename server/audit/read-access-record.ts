import type { AccessRecord } from '../../core/audit/access-record.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { readSchool } from '../schools/school-store.ts';
import { findDisclosures, findEntries } from './find-entries.ts';
import { readPeople } from './read-people.ts';
import { openForStudent } from './seal-details.ts';
import { fieldsFor, viewAccess, viewDisclosure } from './view-entry.ts';

const PAGE = 500;

/** Who has seen, changed and received a student's record: a page of accesses, and all that was handed over. */
export async function readAccessRecord(
  deps: Pick<Deps, 'db' | 'sealing'>,
  { id, localId, name, schoolId }: NamedStudent,
  before: number | undefined,
): Promise<AccessRecord> {
  const [page, handed, school] = await Promise.all([
    findEntries(deps.db, { studentId: id }, { before, limit: PAGE + 1 }),
    findDisclosures(deps.db, id),
    readSchool(deps.db, schoolId),
  ]);
  const shown = page.slice(0, PAGE);
  const last = shown.at(-1);
  const all = [...shown, ...handed];
  const [people, details] = await Promise.all([
    readPeople(
      deps.db,
      all.map(({ actor }) => actor),
    ),
    openForStudent(deps, id, all),
  ]);
  return {
    student: { id, localId, ...(name && { name }) },
    school: school && { id: school.id, name: school.name },
    accesses: shown
      .filter(({ disclosure }) => !disclosure)
      .map((entry) => viewAccess(fieldsFor(entry, id), people, details.get(entry.ref))),
    disclosures: handed.flatMap((entry) => viewDisclosure(entry, people, details.get(entry.ref))),
    next: page.length > PAGE && last ? last.seq : null,
  };
}
