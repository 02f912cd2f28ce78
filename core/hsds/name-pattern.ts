import { toWords } from '../directory/words.ts';

/** Letters as people write them, for letters as they are searched. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'aàáâãäå',
  c: 'cç',
  e: 'eèéêë',
  i: 'iìíîï',
  n: 'nñ',
  o: 'oòóôõö',
  u: 'uùúûü',
};

/**
 * For each word of a search, what a name must hold: a word that begins so, with or without accents. Words are letters and
 * digits (core/directory/words.ts), so nothing of a search is taken for a sign of the pattern.
 */
export function namePatterns(search: string): RegExp[] {
  return toWords(search).map((word) => {
    const letters = [...word].map((letter) => (ACCENTED[letter] ? `[${ACCENTED[letter]}]` : letter));
    return new RegExp(`(?:^|[\\s.,;:()/"'&+-])${letters.join('')}`, 'i');
  });
}
