import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { forgetStudent } from './forget-student.ts';
import { findForgotten } from './forgotten-store.ts';
import { ONLY_FACTS, students } from './student-collection.ts';

const BATCH = 500;

/** Forgets again whom a restored backup has brought back: every student who is on the list. Gives how many. */
export async function forgetAgain(deps: Pick<Deps, 'db' | 'sealing' | 'queues'>, at: Date): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const found = await model<Student>(deps.db, students)
      .find({ _id: { $gt: after } }, ONLY_FACTS)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Stored<Student>[]>();
    const batch = found.map((student) => fromStored<Student>(student));
    const last = batch.at(-1);
    if (!last) return count;
    after = last.id;
    for (const place of await findForgotten(deps, batch)) {
      await forgetStudent(deps, batch[place]!, at);
      count += 1;
    }
  }
}
