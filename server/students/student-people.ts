import { groupBy } from '../../core/lists/group-by.ts';
import type { Deps } from '../deps.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { giveKeys } from '../sealing/student-sealer.ts';
import { model } from '../store/collection.ts';
import { findForgotten, type StudentMark } from './forgotten-store.ts';
import { type StudentRecord, students } from './student-collection.ts';

/** What a student has already whose roster comes again. */
export type KnownPerson = Pick<
  StudentRecord,
  'id' | 'localId' | 'key' | 'sealedContacts' | 'sealedCircumstances' | 'source' | 'roster'
>;

/** What an import of students asks about people. */
export interface StudentPeople {
  sealing: Sealing;
  /** Those of these students who are there. */
  known(ids: readonly string[]): Promise<Map<string, KnownPerson>>;
  /** The ids of those who have these numbers in the district, by number; a number that several have is nobody's. */
  numbered(districtId: string, localIds: readonly string[]): Promise<Map<string, string>>;
  /** Which of these students were forgotten: their places in the list. */
  forgotten(marks: readonly StudentMark[]): Promise<Set<number>>;
  /** Notes that a roster names these students now: who is named by none for years goes (server/retention). */
  seen(ids: readonly string[]): Promise<void>;
}

export function createStudentPeople(deps: Pick<Deps, 'db' | 'sealing' | 'clock'>): StudentPeople {
  return {
    sealing: deps.sealing,
    async known(ids) {
      const first = await readKnown(deps.db, ids);
      const keyless = first.filter(({ key }) => key === undefined).map(({ id }) => id);
      // Given here, not with the import's own writing: somebody else may have sealed something by then.
      if (keyless.length > 0) await giveKeys(deps.db, deps.sealing, keyless);
      const found = keyless.length > 0 ? await readKnown(deps.db, ids) : first;
      return new Map(found.map((person) => [person.id, person]));
    },
    async numbered(districtId, localIds) {
      const found = await model<StudentRecord>(deps.db, students)
        .find({ districtId, localId: { $in: localIds } }, { localId: 1 })
        .lean<{ _id: string; localId: string }[]>();
      const ids = groupBy(found, ({ localId }) => localId);
      return new Map(
        [...ids].flatMap(([localId, [one, second]]) => (one && !second ? [[localId, one._id]] : [])),
      );
    },
    forgotten: (marks) => findForgotten(deps, marks),
    async seen(ids) {
      const seenAt = deps.clock().toISOString();
      await deps.db
        .collection(students.name)
        .updateMany({ _id: { $in: ids as never[] } }, { $set: { seenAt } });
    },
  };
}

async function readKnown(db: Deps['db'], ids: readonly string[]): Promise<KnownPerson[]> {
  const found = await model<KnownPerson>(db, students)
    .find(
      { _id: { $in: ids } },
      { localId: 1, key: 1, sealedContacts: 1, sealedCircumstances: 1, source: 1, roster: 1 },
    )
    .lean<(Omit<KnownPerson, 'id'> & { _id: string })[]>();
  return found.map(({ _id, ...rest }) => ({ ...rest, id: _id }));
}
