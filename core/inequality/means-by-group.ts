import { hideTogether } from '../privacy/hide-together.ts';

export interface ValueRow {
  /** "rural", a quintile, a school's grade. */
  group: string;
  people: number;
  value: number;
}

export interface GroupMean {
  group: string;
  /** People with a value; null with `hidden`. */
  people: number | null;
  mean: number | null;
  /** Of fewer people than the threshold, or hidden so that those do not follow from the sum over all. */
  hidden: boolean;
}

interface Tally {
  group: string;
  people: number;
  /** Of people × value. */
  sum: number;
}

const SIZES = {
  idOf: ({ group }: Tally) => group,
  sizeOf: ({ people }: Tally) => people,
  parts: [({ people }: Tally) => people],
};

/** What people of each group have on average, in order of the groups. No data is left out; so is who is nobody. */
export function meansByGroup(rows: Iterable<ValueRow>, threshold: number): GroupMean[] {
  const tallies = new Map<string, Tally>();
  for (const { group, people, value } of rows) {
    if (!Number.isFinite(value) || !(people > 0)) continue;
    const own = tallies.get(group) ?? { group, people: 0, sum: 0 };
    tallies.set(group, { group, people: own.people + people, sum: own.sum + people * value });
  }
  const groups = [...tallies.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
  const hidden = hideTogether(groups, SIZES, threshold);
  return groups.map((own) => {
    const { group, people, sum } = own;
    if (hidden.has(own)) return { group, people: null, mean: null, hidden: true };
    return { group, people, mean: sum / people, hidden: false };
  });
}
