import type { Deps } from '../deps.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { model } from '../store/collection.ts';
import { findForgotten, type StudentMark } from './forgotten-store.ts';
import { type StudentRecord, students } from './student-collection.ts';

/** What a student has already whose roster comes again. */
export type KnownPerson = Pick<StudentRecord, 'id' | 'key' | 'sealedContacts'>;

/** What an import of students asks about people. */
export interface StudentPeople {
  sealing: Sealing;
  /** Those of these students who are there. */
  known(ids: readonly string[]): Promise<Map<string, KnownPerson>>;
  /** Which of these students were forgotten: their places in the list. */
  forgotten(marks: readonly StudentMark[]): Promise<Set<number>>;
  /** Notes that a roster names these students now: who is named by none for years goes (server/retention). */
  seen(ids: readonly string[]): Promise<void>;
}

export function createStudentPeople(deps: Pick<Deps, 'db' | 'sealing' | 'clock'>): StudentPeople {
  return {
    sealing: deps.sealing,
    async known(ids) {
      const found = await model<KnownPerson>(deps.db, students)
        .find({ _id: { $in: ids } }, { key: 1, sealedContacts: 1 })
        .lean<(Omit<KnownPerson, 'id'> & { _id: string })[]>();
      return new Map(found.map(({ _id, ...rest }) => [_id, { ...rest, id: _id }]));
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
