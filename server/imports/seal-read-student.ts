import { randomUUID } from 'node:crypto';
import type { ReadCircumstances } from '../../core/imports/read-circumstances.ts';
import type { ReadStudent } from '../../core/imports/read-student.ts';
import type { ReadContact, ReadIdentity } from '../../core/imports/read-student-identity.ts';
import type { Circumstances } from '../../core/students/circumstances.ts';
import { nameWords } from '../../core/students/name-words.ts';
import type { StudentContact } from '../../core/students/student-identity.ts';
import type { SealContext, Sealing } from '../sealing/sealing.ts';
import { newSealer, sealerOf } from '../sealing/student-sealer.ts';
import { openIdentity, sealIdentity } from '../students/seal-identity.ts';
import type { KnownPerson } from '../students/student-people.ts';

/** A row of students as it waits between reading and storing: who it is about is sealed. */
export interface StagedStudent {
  facts: Omit<ReadStudent, 'identity'>;
  sealed?: string;
  /** Keyed hash of what is sealed: the same for the same. */
  identityHash?: string;
}

export function stageStudent(sealing: Sealing, importId: string, read: ReadStudent): StagedStudent {
  const { identity, ...facts } = read;
  if (!identity) return { facts };
  const text = JSON.stringify(identity, (_key, value) => (value === undefined ? null : value));
  return {
    facts,
    sealed: sealing.seal(text, stagedAt(importId, facts.localId)),
    identityHash: sealing.keyedHash(JSON.stringify([facts.localId, text]), 'student identity'),
  };
}

/** What is stored of who the student is: sealed with the student's own key, which a new student gets here. */
export function sealStaged(
  sealing: Sealing,
  importId: string,
  { facts, sealed }: StagedStudent,
  id: string,
  known: KnownPerson | undefined,
): object {
  if (sealed === undefined) return {};
  const { contacts, circumstances, ...others } = openStaged(
    sealing.open(sealed, stagedAt(importId, facts.localId)),
  );
  const identity = besideRoster(others, known);
  const { sealer, wrapped } = known?.key
    ? { sealer: sealerOf(sealing, id, known.key), wrapped: undefined }
    : newSealer(sealing, id);
  const earlier = known ? openIdentity(sealing, known) : undefined;
  const parts = sealIdentity(sealing, sealer, {
    ...identity,
    ...(contacts && { contacts: withIds(contacts, earlier?.contacts ?? []) }),
    ...(circumstances && { circumstances: withSaid(earlier?.circumstances, circumstances) }),
  });
  return { ...parts, ...(wrapped !== undefined && { key: wrapped }) };
}

/** A name or date of birth that a roster tells stays the roster's. */
function besideRoster(
  read: Omit<ReadIdentity, 'contacts' | 'circumstances'>,
  known: KnownPerson | undefined,
): Omit<ReadIdentity, 'contacts' | 'circumstances'> {
  const { roster = {} } = known ?? {};
  const { name, birthDate, ...others } = read;
  return {
    ...others,
    ...('name' in read && roster.name === undefined && { name }),
    ...('birthDate' in read && roster.birthDate === undefined && { birthDate }),
  };
}

function stagedAt(importId: string, localId: string): SealContext {
  return { collection: 'import_staging', id: importId, field: localId };
}

/** JSON knows no undefined: what was there and empty waits as null. */
function openStaged(text: string): ReadIdentity {
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([part, value]) => [part, value ?? undefined]));
}

/** What the file has no column for stays; what it has a column for and does not say is not known any more. */
function withSaid(earlier: Circumstances = {}, said: ReadCircumstances): Circumstances {
  const { gender, incomeBand } = { ...earlier, ...said };
  const programs = known({ ...earlier.programs, ...said.programs });
  const attributes = known({ ...earlier.attributes, ...said.attributes });
  return {
    // What has waited as JSON is null where it is not known.
    ...(gender && { gender }),
    ...(incomeBand && { incomeBand }),
    ...(Object.keys(programs).length > 0 && { programs }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}

function known<T>(facts: Readonly<Record<string, T | null | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      fact === undefined || fact === null ? [] : [[name, fact]],
    ),
  );
}

/** A contact whose name was there before keeps the id, so that what refers to it still does. */
function withIds(contacts: readonly ReadContact[], earlier: readonly StudentContact[]): StudentContact[] {
  const nameOf = (name: string) => nameWords(name).join(' ');
  const ids = new Map(earlier.map(({ id, name }) => [nameOf(name), id]));
  return contacts.map((contact) => {
    const id = ids.get(nameOf(contact.name)) ?? randomUUID();
    ids.delete(nameOf(contact.name));
    return { ...contact, id };
  });
}
