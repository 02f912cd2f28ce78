/** As many names as a sentence bears. */
const MOST = 6;

/** The names that are shown at once, and the rest on demand. */
export function splitNames(names: readonly string[]): { first: readonly string[]; more: readonly string[] } {
  return { first: names.slice(0, MOST), more: names.slice(MOST) };
}
