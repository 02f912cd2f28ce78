import { nameKeys, searchKeys } from '../../core/students/name-words.ts';
import type { StudentName } from '../../core/students/student-identity.ts';
import type { Sealing } from '../sealing/sealing.ts';

const NAME_PURPOSE = 'student name';
/** 96 bits: enough that no two beginnings of names meet by chance, and short enough to be kept twenty times a student. */
const HASH_LENGTH = 16;
/** Words whose hashes are remembered at once: a roster says the same beginnings of names again and again. */
const REMEMBERED = 50_000;

/** What is stored of a name to be found by: keyed hashes of its words and their beginnings. */
export function nameHashes(sealing: Sealing, name: StudentName): string[] {
  return nameKeys(name)
    .map((word) => hashOf(sealing, word))
    .sort();
}

const remembered = new WeakMap<Sealing, Map<string, string>>();

function hashOf(sealing: Sealing, word: string): string {
  const known = remembered.get(sealing) ?? new Map<string, string>();
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= REMEMBERED) known.clear();
  const hash = sealing.keyedHash(word, NAME_PURPOSE).slice(0, HASH_LENGTH);
  remembered.set(sealing, known.set(word, hash));
  return hash;
}

/** The students in whose names each of the typed words begins a word; undefined where no word was typed. */
export function nameFilter(sealing: Sealing, text: string): object | undefined {
  const words = searchKeys(text);
  if (words.length === 0) return undefined;
  const found = words.map((word) => ({
    nameHashes: {
      $in: sealing.keyedHashes(word, NAME_PURPOSE).map((hash) => hash.slice(0, HASH_LENGTH)),
    },
  }));
  return { $and: found };
}
