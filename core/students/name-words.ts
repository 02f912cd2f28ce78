import type { StudentName } from './student-identity.ts';

/** What goes beyond finds nothing more, and would tell how long a name is. */
const LONGEST = 12;
/** One letter would be in everybody's name. */
const SHORTEST = 2;

/** The words of a name as they are compared: "Peña-Díaz" → pena, diaz. */
export function nameWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => [...word].slice(0, LONGEST).join(''));
}

/** All that a name is found by: each word and its beginnings. */
export function nameKeys({ given, family, preferred = '' }: StudentName): string[] {
  const words = nameWords(`${given} ${family} ${preferred}`);
  return [...new Set(words.flatMap(beginnings))].sort();
}

function beginnings(word: string): string[] {
  const letters = [...word];
  const lengths = Array.from({ length: letters.length }, (_, n) => n + 1).filter(
    (length) => length >= SHORTEST || length === letters.length,
  );
  return lengths.map((length) => letters.slice(0, length).join(''));
}

/** What is looked up for a text that somebody types; single letters count only where nothing else is typed. */
export function searchKeys(text: string): string[] {
  const words = [...new Set(nameWords(text))];
  const long = words.filter((word) => [...word].length >= SHORTEST);
  return long.length > 0 ? long : words;
}
