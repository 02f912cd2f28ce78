import type { PlacedRow } from './family.ts';

export interface Folded {
  row: PlacedRow;
  /** Whether the copies contradict each other: two rows in anything, a copy inside a record in what both say. */
  difference: 'none' | 'conflict';
}

/**
 * Takes a further row of the same id into the first. A copy inside another record may only fill in what is missing;
 * of two rows of their own the first counts, and whether they differ is told.
 */
export function foldCopy(first: PlacedRow, copy: PlacedRow): Folded {
  if (!first.embedded && !copy.embedded) {
    const same =
      JSON.stringify([first.value, first.links, first.attributes]) ===
      JSON.stringify([copy.value, copy.links, copy.attributes]);
    return { row: first, difference: same ? 'none' : 'conflict' };
  }
  const [better, worse] = first.embedded && !copy.embedded ? [copy, first] : [first, copy];
  const [said, other] = [whatIsSaid(better.value as object), whatIsSaid(worse.value as object)];
  return {
    row: {
      ...better,
      value: { ...(worse.value as object), ...said },
      links: { ...worse.links, ...better.links },
      attributes: better.attributes.length > 0 ? better.attributes : worse.attributes,
    },
    difference: contradict(said, other) ? 'conflict' : 'none',
  };
}

function contradict(said: object, other: object): boolean {
  const parts = new Map(Object.entries(said));
  return Object.entries(other).some(
    ([field, part]) => parts.has(field) && JSON.stringify(parts.get(field)) !== JSON.stringify(part),
  );
}

/** Without what only stands for "not said", so that it does not hide what the other copy says. */
function whatIsSaid(value: object): object {
  const silent = [JSON.stringify('missing'), JSON.stringify(''), JSON.stringify({ unknown: [] })];
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => !silent.includes(JSON.stringify(part))),
  );
}
