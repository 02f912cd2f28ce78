import { compact } from '../../core/imports/compact.ts';
import type { Circumstances } from '../../core/students/circumstances.ts';
import { nameKeys, searchKeys } from '../../core/students/name-words.ts';
import { StudentIdentity, type StudentName } from '../../core/students/student-identity.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { newStudentKey } from '../sealing/student-key.ts';
import { type StudentSealer, sealerOf } from '../sealing/student-sealer.ts';
import type { SealedIdentity, StudentRecord } from './student-collection.ts';

const SEALED = {
  name: 'sealedName',
  birthDate: 'sealedBirthDate',
  contacts: 'sealedContacts',
  notes: 'sealedNotes',
  circumstances: 'sealedCircumstances',
} as const satisfies Record<keyof StudentIdentity, keyof SealedIdentity>;

const PARTS = Object.keys(SEALED) as (keyof StudentIdentity)[];
const NAME_PURPOSE = 'student name';
/** 96 bits: enough that no two beginnings of names meet by chance, and short enough to be kept twenty times a student. */
const HASH_LENGTH = 16;

/** What is stored for the parts that are given; a part that is given and undefined or empty is undefined here too. */
export function sealIdentity(
  sealing: Sealing,
  sealer: StudentSealer,
  identity: { [K in keyof StudentIdentity]?: StudentIdentity[K] | undefined },
): { [K in keyof SealedIdentity | 'nameHashes']?: StudentRecord[K] | undefined } {
  const given = PARTS.filter((part) => part in identity);
  const sealed = given.map((part) => {
    const value = identity[part];
    return [SEALED[part], isEmpty(value) ? undefined : sealer.seal(JSON.stringify(value), part)];
  });
  return {
    ...Object.fromEntries(sealed),
    ...('name' in identity && { nameHashes: identity.name && nameHashes(sealing, identity.name) }),
  };
}

/** The sealed part of a record that nobody has yet, with a key of its own. */
export function sealNewStudent(
  sealing: Sealing,
  id: string,
  identity: StudentIdentity,
): SealedIdentity & Pick<StudentRecord, 'key' | 'nameHashes'> {
  const key = newStudentKey(sealing, id);
  return compact({ ...sealIdentity(sealing, sealerOf(sealing, id, key), identity), key });
}

/** Who a student is, from the record. */
export function openIdentity(
  sealing: Sealing,
  record: Pick<StudentRecord, 'id' | 'key' | keyof SealedIdentity>,
): StudentIdentity {
  const { id, key } = record;
  if (key === undefined) return { contacts: [] };
  const sealer = sealerOf(sealing, id, key);
  const opened = PARTS.flatMap((part) => {
    const sealed = record[SEALED[part]];
    return sealed === undefined ? [] : [[part, JSON.parse(sealer.open(sealed, part))]];
  });
  return StudentIdentity.parse(Object.fromEntries(opened));
}

/** Of what is sealed the part that matching reads: quick enough for a whole district (docs/privacy.md). */
export function openCircumstances(
  sealing: Sealing,
  { id, key, sealedCircumstances }: Pick<StudentRecord, 'id' | 'key' | 'sealedCircumstances'>,
): Circumstances | undefined {
  if (key === undefined || sealedCircumstances === undefined) return undefined;
  return JSON.parse(sealerOf(sealing, id, key).open(sealedCircumstances, 'circumstances'));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'object' && isBare(value));
}

/** An empty list, or an object in which nothing is said. */
function isBare(value: object | null): boolean {
  return value !== null && Object.values(value).every(isEmpty);
}

export function nameHashes(sealing: Sealing, name: StudentName): string[] {
  return nameKeys(name)
    .map((word) => sealing.keyedHash(word, NAME_PURPOSE).slice(0, HASH_LENGTH))
    .sort();
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
