/**
 * What a list of known words has under a word that somebody wrote; nothing that every object inherits, so that
 * "constructor" is as unknown as any other word.
 */
export function lookUp<T>(known: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(known, word) ? known[word] : undefined;
}
