import type { PlacedRow } from './family.ts';

export interface Folded {
  row: PlacedRow;
  /** What the second copy was: the same, less, or something else. */
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
  return {
    row: {
      ...better,
      value: { ...(worse.value as object), ...whatIsSaid(better.value as object) },
      links: { ...worse.links, ...better.links },
      attributes: better.attributes.length > 0 ? better.attributes : worse.attributes,
    },
    difference: 'none',
  };
}

/** Without what only stands for "not said", so that it does not hide what the other copy says. */
function whatIsSaid(value: object): object {
  const silent = [JSON.stringify('missing'), JSON.stringify(''), JSON.stringify({ unknown: [] })];
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => !silent.includes(JSON.stringify(part))),
  );
}
