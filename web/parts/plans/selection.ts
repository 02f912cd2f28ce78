/** What is chosen, and from where a range goes. */
export interface Selection {
  chosen: ReadonlySet<string>;
  anchor: string | null;
}

export const NOTHING_CHOSEN: Selection = { chosen: new Set(), anchor: null };

export function toggle({ chosen }: Selection, key: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return { chosen: next, anchor: key };
}

/** Adds all from the anchor (or from where one is) to the key, as they stand in the list. */
export function extend(
  { chosen, anchor }: Selection,
  keys: readonly string[],
  { from: here, to: key }: { from: string; to: string },
): Selection {
  const to = keys.indexOf(key);
  const begin = anchor === null || !keys.includes(anchor) ? here : anchor;
  const from = keys.indexOf(begin);
  const between = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set([...chosen, ...between]), anchor: begin };
}

/** All that are shown, or none of them where all are chosen already. */
export function toggleAll({ chosen }: Selection, keys: readonly string[]): Selection {
  const shown = new Set(keys);
  const rest = [...chosen].filter((key) => !shown.has(key));
  const all = keys.every((key) => chosen.has(key));
  return { chosen: new Set(all ? rest : [...rest, ...keys]), anchor: null };
}

/** Only those that are in the list: nobody decides on what a filter hides. */
export function chosenOf({ chosen }: Selection, keys: readonly string[]): string[] {
  return chosen.size === 0 ? [] : keys.filter((key) => chosen.has(key));
}
