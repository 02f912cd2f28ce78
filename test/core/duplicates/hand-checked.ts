import { readFileSync } from 'node:fs';
import type { ComparedDirectory } from '../../../core/duplicates/directory-comparables.ts';
import { directoryComparables } from '../../../core/duplicates/directory-comparables.ts';
import { duplicateFinder } from '../../../core/duplicates/duplicate-finder.ts';
import { DUPLICATE_KINDS, type DuplicateKind } from '../../../core/duplicates/duplicate-rules.ts';
import { duplicateRules } from './duplicate-data.ts';

/** Kind, the two ids of the source, what somebody who read both records said, and why. */
type Checked = [DuplicateKind, string, string, 'same' | 'different', string];

/**
 * 200 pairs of DC's inventory of 2023, read by hand in all their fields before the weights were set; none of their text is
 * kept. They were drawn evenly over the whole range of scores of a first set of weights, with some that share no key, so
 * near misses are many more than in the directory. One half helped to set the weights, the other did not.
 */
const pairs = JSON.parse(
  readFileSync(new URL('../../data/duplicates/dc-pairs.json', import.meta.url), 'utf8'),
) as Record<'tuned' | 'heldOut', Checked[]>;

export function handChecked(directory: ComparedDirectory) {
  const verdicts = new Map(DUPLICATE_KINDS.map((kind) => [kind, verdictsOf(kind, directory)]));
  const measure = (checked: readonly Checked[]) => {
    const said = checked.map(([kind, a, b, label]) => ({
      found: verdicts.get(kind)!(a, b),
      same: label === 'same',
    }));
    const right = said.filter(({ found, same }) => found && same).length;
    return {
      pairs: said.length,
      precision: right / said.filter(({ found }) => found).length,
      recall: right / said.filter(({ same }) => same).length,
    };
  };
  return { tuned: measure(pairs.tuned), heldOut: measure(pairs.heldOut) };
}

/** Whether two records, by their ids in the source, would be shown as duplicates. */
function verdictsOf(kind: DuplicateKind, directory: ComparedDirectory) {
  const records = directoryComparables(kind, directory, duplicateRules);
  const finder = duplicateFinder(kind, records, duplicateRules);
  const shown = new Set(
    finder.candidates
      .filter((pair) => finder.score(pair).probability >= duplicateRules.showFrom)
      .map((pair) => pair.map((at) => records[at]!.id).join()),
  );
  const collections = { organization: 'organizations', location: 'locations', service: 'services' } as const;
  const ours = new Map(directory[collections[kind]].map(({ id, source }) => [source.id, id]));
  return (a: string, b: string) => shown.has([ours.get(a)!, ours.get(b)!].sort().join());
}
