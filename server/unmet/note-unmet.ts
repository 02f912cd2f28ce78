import { monthOf } from '../../core/schedule/school-year.ts';
import type { NotedSource } from '../../core/unmet/unmet-note.ts';
import type { Deps } from '../deps.ts';
import { model, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type UnmetNoteRecord, unmetNotes } from './unmet-collections.ts';

export interface UnmetEvent {
  term: string;
  schoolId?: string | undefined;
  source: NotedSource;
  at: Date;
  /** How often; once unless said. */
  times?: number;
}

/** Counts that somebody asked for something and did not get it. */
export async function noteUnmet({ db }: Pick<Deps, 'db'>, event: UnmetEvent): Promise<void> {
  const { term, schoolId, source, at, times = 1 } = event;
  const month = monthOf(at.toISOString());
  const id = [month, source, schoolId ?? '', term].join(' ');
  const notes = model<UnmetNoteRecord>(db, unmetNotes);
  const more = () => notes.updateOne({ _id: id }, { $inc: { times } } as object);
  if ((await more()).matchedCount > 0) return;
  const note = { id, source, term, ...(schoolId !== undefined && { schoolId }), month, times: 0 };
  await insertOnce(notes, toStored<UnmetNoteRecord>(note));
  await more();
}
