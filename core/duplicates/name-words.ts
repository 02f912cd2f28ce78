import { plain } from '../directory/words.ts';

/** Words that a name has or has not without being another name. */
const SILENT = new Set([
  'the',
  'of',
  'and',
  'at',
  'for',
  'in',
  'a',
  'an',
  'to',
  'inc',
  'llc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'de',
  'la',
  'el',
  'los',
  'las',
  'y',
]);

/** The words of a name as they are compared: plain, abbreviations written out, "Children's" as childrens. */
export function nameWords(name: string, written: Readonly<Record<string, string>>): string[] {
  const found = plain(name)
    .replace(/(\p{L})['’`](\p{L})/gu, '$1$2')
    .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .match(/[\p{L}\p{N}]+/gu);
  const words = (found ?? []).map((word) => written[word] ?? word).filter((word) => !SILENT.has(word));
  return [...new Set(words)];
}

/** A name, and what stands in its brackets by itself: "Child and Family Services Agency (CFSA)" has two. */
export function namesWithin(name: string): string[] {
  const inside = [...name.matchAll(/\(([^()]{3,})\)/g)].map((match) => match[1]!);
  const outside = name.replace(/\([^()]*\)/g, ' ').trim();
  return [
    ...new Set([name, ...(inside.length > 0 && outside ? [outside, ...inside.filter(isAcronym)] : [])]),
  ];
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\d&.-]{3,10}$/u.test(text.trim());
}
