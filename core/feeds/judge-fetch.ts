import type { TablePreview } from '../imports/import-preview.ts';
import type { FeedSettings, WaitsBecause } from './feed.ts';

export type Tables = Readonly<Record<string, TablePreview>>;

/** Records by table that a person has seen missing and let be. */
export type LetBe = Readonly<Record<string, number>>;

export type Verdict = { is: 'nothing-new' } | { is: 'apply' } | { is: 'waiting'; because: WaitsBecause };

/** What becomes of a file that was compared with what there is. */
export function judgeFetch(
  tables: Tables,
  letBe: LetBe,
  { rule, stopBelow }: Pick<FeedSettings, 'rule' | 'stopBelow'>,
): Verdict {
  const all = Object.entries(tables);
  const isSame = all.every(
    ([name, table]) => table.added + table.changed === 0 && newlyMissing(name, table, letBe) === 0,
  );
  if (isSame) return { is: 'nothing-new' };
  const loses = all.some(([name, table]) => {
    const missing = newlyMissing(name, table, letBe);
    const left = table.changed + table.unchanged;
    return missing > 0 && left < stopBelow * (left + missing);
  });
  if (loses) return { is: 'waiting', because: 'lost' };
  return rule === 'ask' ? { is: 'waiting', because: 'rule' } : { is: 'apply' };
}

function newlyMissing(name: string, { missing }: TablePreview, letBe: LetBe): number {
  return Math.max(0, missing - (letBe[name] ?? 0));
}
