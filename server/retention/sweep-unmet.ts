import { firstMonthOf, monthOf, schoolYearOf } from '../../core/schedule/school-year.ts';
import { unmetNotes } from '../unmet/unmet-collections.ts';
import type { Sweep } from './sweep.ts';

/**
 * Notes of whole school years that have ended before `until`: entries are made within a year, so that the end of one
 * changes none of another.
 */
export const sweepUnmet: Sweep = async ({ db }, until) => {
  const before = firstMonthOf(schoolYearOf(monthOf(until.toISOString())));
  const notes = db.collection<{ month: string }>(unmetNotes.name);
  const filter = { month: { $lt: before } };
  const [oldest] = await notes.find(filter).sort({ month: 1 }).limit(1).toArray();
  if (!oldest) return { deleted: 0 };
  const { deletedCount } = await notes.deleteMany(filter);
  return { deleted: deletedCount, oldest: `${oldest.month}-01` };
};
