import { type DisclosureState, disclosureState } from '../../core/consents/disclosure-state.ts';
import { readConsentsOf } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { readFormerIds } from '../duplicates/merge-store.ts';
import { readNamedStudent } from '../students/named-student-store.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';
import { termsOf } from './passing-of.ts';

/** A disclosure and what of it is open on a day. */
export interface SeenDisclosure {
  disclosure: DisclosureRecord;
  state: DisclosureState;
}

/** Asks the consents anew for each of these disclosures. One about a student who is gone is closed. */
export async function seeDisclosures(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  found: readonly DisclosureRecord[],
  day: string,
): Promise<SeenDisclosure[]> {
  const consents = await readConsentsOf(
    deps.db,
    found.map(({ studentId }) => studentId),
  );
  const students = await readEach(
    found,
    ({ studentId }) => studentId,
    (id) => readNamedStudent(deps, id),
  );
  const terms = await readEach(
    found,
    ({ organizationId }) => organizationId,
    (id) => termsOf(deps, id),
  );
  const former = await readFormerIds(
    deps.db,
    found.map(({ organizationId }) => organizationId),
  );
  return found.map((disclosure) => {
    const formerIds = former.get(disclosure.organizationId);
    const student = students.get(disclosure.studentId);
    const organizationTerms = terms.get(disclosure.organizationId) ?? [];
    const state: DisclosureState = student
      ? disclosureState(consents, { ...disclosure, student, formerIds, organizationTerms }, day)
      : { open: [], closed: disclosure.records, ended: { why: 'no-longer-recipient' } };
    return { disclosure, state };
  });
}

async function readEach<T>(
  found: readonly DisclosureRecord[],
  idOf: (disclosure: DisclosureRecord) => string,
  read: (id: string) => Promise<T>,
): Promise<Map<string, T>> {
  const ids = [...new Set(found.map(idOf))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
}
