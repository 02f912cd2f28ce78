import { compact } from '../../core/imports/compact.ts';
import type { Circumstances } from '../../core/students/circumstances.ts';
import { StudentIdentity } from '../../core/students/student-identity.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { newSealer, type StudentSealer, sealerOf } from '../sealing/student-sealer.ts';
import { nameHashes } from './name-hashes.ts';
import type { SealedIdentity, StudentRecord } from './student-collection.ts';

const SEALED = {
  name: 'sealedName',
  birthDate: 'sealedBirthDate',
  contacts: 'sealedContacts',
  notes: 'sealedNotes',
  circumstances: 'sealedCircumstances',
} as const satisfies Record<keyof StudentIdentity, keyof SealedIdentity>;

const PARTS = Object.keys(SEALED) as (keyof StudentIdentity)[];

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
  const { wrapped, sealer } = newSealer(sealing, id);
  return compact({ ...sealIdentity(sealing, sealer, identity), key: wrapped });
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
