import { groupBy } from '../lists/group-by.ts';
import type { UnmetEntry, UnmetNote } from './unmet-note.ts';

interface YearToClose {
  /** Of months of one school year that have ended. */
  notes: readonly UnmetNote[];
  threshold: number;
  /** Whether no month of the year is to come. */
  isOver: boolean;
}

/**
 * The notes of a school year as they may be told. The months of a place are added up until they reach the threshold;
 * that is one entry, and the next one begins. What is left at each place when the year is over is told for all places
 * together, if it is enough.
 *
 * So every entry counts at least `threshold`, no two count the same thing, and one that is told never changes: nothing
 * about fewer follows from any entries, on whatever day they are read.
 */
export function closeMonths({ notes, threshold, isOver }: YearToClose): UnmetEntry[] {
  const entries: UnmetEntry[] = [];
  for (const wish of groupsByName(notes, ({ source, term }) => `${source} ${term}`)) {
    const rest: UnmetEntry[] = [];
    for (const place of groupsByName(wish, ({ schoolId = '' }) => schoolId)) {
      let open: UnmetEntry | undefined;
      for (const note of place.sort((a, b) => (a.month < b.month ? -1 : 1))) {
        open = open ? joined(open, entryOf(note)) : entryOf(note);
        if (open.times < threshold) continue;
        entries.push(open);
        open = undefined;
      }
      if (open) rest.push(open);
    }
    if (isOver && rest.length > 1) {
      const { schoolId: _schoolId, ...together } = rest.reduce(joined);
      if (together.times >= threshold) entries.push({ ...together, where: 'several' });
    }
  }
  return entries;
}

function entryOf({ month, times, source, term, schoolId }: UnmetNote): UnmetEntry {
  const when = { from: month, to: month };
  return schoolId === undefined
    ? { source, term, where: 'unsaid', ...when, times }
    : { source, term, where: 'school', schoolId, ...when, times };
}

function joined(a: UnmetEntry, b: UnmetEntry): UnmetEntry {
  return {
    ...a,
    from: a.from < b.from ? a.from : b.from,
    to: a.to > b.to ? a.to : b.to,
    times: a.times + b.times,
  };
}

/** Groups in the order of their names, so that the answer does not hang on the order of the notes. */
function groupsByName<T>(rows: readonly T[], nameOf: (row: T) => string): T[][] {
  return [...groupBy(rows, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
