/** Words that say nothing by themselves, in the languages of the interface. */
const SILENT = new Set(
  'a an and at by for from in is of on or our the to we with you your de del el en la las los o para por que su un una y con'.split(
    ' ',
  ),
);

/**
 * The distinct words of a text as search compares them: lower case, without accents, in the order of appearance.
 * "Tutoría de Álgebra II" becomes tutoria, algebra, ii.
 */
export function toWords(text: string): string[] {
  const found = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found)].filter((word) => word.length > 1 && !SILENT.has(word));
}

/** A text without accents and capitals, for comparing and sorting. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
