import type { FieldsOfMany } from '../../core/audit/entry.ts';
import { compact } from '../../core/imports/compact.ts';
import type { RosterOutcome } from '../../core/imports/oneroster/roster-summary.ts';
import type { ReadStudent } from '../../core/imports/read-student.ts';
import { Student } from '../../core/students/student.ts';
import { newSealer, type StudentSealer, studentSealers } from '../sealing/student-sealer.ts';
import { model, toStored } from '../store/collection.ts';
import { leaveRoll, returnToRoll } from '../students/leave-roll.ts';
import type { RosterMarks } from '../students/roster-marks.ts';
import { sealIdentity } from '../students/seal-identity.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';
import type { RosterImport } from './roster-import.ts';
import { marksOf, type RosterTold, toldOf } from './roster-told.ts';

/** What is known of a student before a roster comes. */
export type OnFile = Pick<
  StudentRecord,
  'id' | 'schoolId' | 'grade' | 'localId' | 'leftAt' | 'roster' | 'source' | 'seenAt'
>;

/** What a roster says of a student, and who that is here. */
export interface RosterEntry {
  sourcedId: string;
  id: string;
  known: OnFile | undefined;
  hasLeft: boolean;
  read: ReadStudent & { schoolId: string; grade: number };
  /** The fields that the roster tells; of the others `read` repeats what is known. */
  told: ReadonlySet<RosterTold>;
}

export interface Stored {
  entry: RosterEntry;
  outcome: RosterOutcome;
}

/**
 * Writes what a batch of a roster says otherwise than the roster before it said; so what people have changed since stays.
 * In the log before in the records. Of a dry run only what would become of each student is told.
 */
export async function storeRoster(run: RosterImport, entries: readonly RosterEntry[]): Promise<Stored[]> {
  const judged = entries.map((entry) => judge(run, entry));
  if (!run.dryRun) await write(run, judged);
  return judged.map(({ entry, outcome }) => ({ entry, outcome }));
}

/** That a roster names somebody still is noted once a month: retention goes by years, and each note costs a write. */
const SEEN_AGAIN_MS = 30 * 86_400_000;

interface Judged extends Stored {
  marks: RosterMarks;
  fresh: RosterTold[];
}

function judge({ people }: RosterImport, entry: RosterEntry): Judged {
  const { known, read, told, hasLeft } = entry;
  const marks = marksOf(people.sealing, read, told);
  const before: RosterMarks = known?.roster ?? {};
  const fresh = toldOf(marks).filter((part) => marks[part] !== before[part]);
  return { entry, marks, fresh, outcome: outcomeOf() };

  function outcomeOf(): RosterOutcome {
    if (hasLeft) return known?.leftAt === undefined ? 'left' : 'unchanged';
    if (!known) return 'added';
    if (known.leftAt !== undefined) return 'returned';
    if (known.schoolId !== read.schoolId) return 'moved';
    return fresh.length > 0 ? 'changed' : 'unchanged';
  }
}

async function write(run: RosterImport, judged: readonly Judged[]): Promise<void> {
  const here = judged.filter(({ entry }) => !entry.hasLeft);
  const leaving = judged.filter(({ outcome }) => outcome === 'left').map(({ entry }) => entry.id);
  const returned = here.filter(({ outcome }) => outcome === 'returned').map(({ entry }) => entry.id);
  const writing = here.filter(({ fresh, entry }) => fresh.length > 0 || !entry.known);
  const added = writing.filter(({ entry }) => !entry.known).map(({ entry }) => entry.id);
  const changed = changesOf(judged);
  if (added.length + changed.length > 0) await run.onChanges({ added, changed });
  const sealers = await studentSealers(
    { db: run.db, sealing: run.people.sealing },
    writing.flatMap(({ entry }) => (entry.known ? [entry.id] : [])),
  );
  // Who was forgotten since has no sealer, and stays away.
  const updates = writing.flatMap((one) => {
    const sealer = one.entry.known && sealers.get(one.entry.id);
    return sealer ? [updateOf(run, one, sealer)] : [];
  });
  const inserts = writing.flatMap((one) => (one.entry.known ? [] : [recordOf(run, one)]));
  const records = run.db.collection(students.name);
  if (inserts.length > 0) await records.insertMany(inserts as never, { ordered: false });
  if (updates.length > 0) await records.bulkWrite(updates as never, { ordered: false });
  await returnToRoll(run.db, returned);
  await leaveRoll(run.db, leaving, run.at);
  await run.people.seen(
    here.filter((one) => one.entry.known && one.fresh.length === 0).flatMap((one) => longUnseen(run, one)),
  );
}

function longUnseen({ at }: RosterImport, { entry: { id, known } }: Judged): string[] {
  const last = known?.seenAt;
  return last !== undefined && Date.parse(at) - Date.parse(last) < SEEN_AGAIN_MS ? [] : [id];
}

/** The fields that change, and of which students: those with the same fields together. */
function changesOf(judged: readonly Judged[]): FieldsOfMany[] {
  const groups = new Map<string, FieldsOfMany>();
  for (const { entry, fresh, outcome } of judged) {
    const isOnRoll = outcome === 'left' || outcome === 'returned';
    const fields = [...(entry.hasLeft ? [] : fresh), ...(isOnRoll ? ['leftAt'] : [])].sort();
    if (!entry.known || fields.length === 0) continue;
    const group = groups.get(fields.join()) ?? { fields, studentIds: [] };
    group.studentIds.push(entry.id);
    groups.set(fields.join(), group);
  }
  return [...groups.values()];
}

function recordOf(run: RosterImport, judged: Judged): object {
  const { sealing } = run.people;
  const { id, read } = judged.entry;
  const { wrapped, sealer } = newSealer(sealing, id);
  const { facts, sealed, source, roster } = partsOf(run, judged, sealer);
  const { schoolId, grade, localId } = read;
  const required = { id, source, districtId: run.district.id, schoolId, grade, localId };
  const student = Student.parse({ ...required, ...compact(facts) });
  return toStored({ ...student, ...compact(sealed), key: wrapped, roster, seenAt: run.at });
}

function updateOf(run: RosterImport, judged: Judged, sealer: StudentSealer): object {
  const { facts, sealed, source, roster } = partsOf(run, judged, sealer);
  const said = { ...facts, ...sealed };
  const cleared = Object.entries(said).flatMap(([field, value]) => (value === undefined ? [[field, 1]] : []));
  return {
    updateOne: {
      filter: { _id: judged.entry.id },
      update: {
        $set: { ...compact(said), source, roster, seenAt: run.at },
        ...(cleared.length > 0 && { $unset: Object.fromEntries(cleared) }),
      },
    },
  };
}

/** What is written of a student: the parts alone that the roster says otherwise than before. */
function partsOf(run: RosterImport, { entry, marks, fresh }: Judged, sealer: StudentSealer) {
  const { known, read, sourcedId } = entry;
  const { schoolId, grade, localId, languages, birthMonth, identity } = read;
  const isFresh = (part: RosterTold) => fresh.includes(part);
  return {
    facts: {
      ...(isFresh('schoolId') && { schoolId }),
      ...(isFresh('grade') && { grade }),
      ...(isFresh('localId') && { localId }),
      ...(isFresh('languages') && { languages }),
      ...(isFresh('birthDate') && { birthMonth }),
    },
    sealed: sealIdentity(run.people.sealing, sealer, {
      ...(isFresh('name') && { name: identity?.name }),
      ...(isFresh('birthDate') && { birthDate: identity?.birthDate }),
    }),
    source: { system: run.source, id: sourcedId },
    roster: { ...known?.roster, ...marks },
  };
}

/** Those of these students who are there: as this source means them, else by the district's own number. */
export async function findOnFile(
  { db, source, district }: Pick<RosterImport, 'db' | 'source' | 'district'>,
  asked: readonly { sourcedId: string; localId: string }[],
): Promise<(OnFile | undefined)[]> {
  const ids = asked.map(({ sourcedId }) => sourcedId);
  const bySource = await readOnFile(db, { 'source.system': source, 'source.id': { $in: ids } });
  const bySourcedId = new Map(bySource.map((one) => [one.source.id, one]));
  const others = asked.filter(({ sourcedId }) => !bySourcedId.has(sourcedId)).map(({ localId }) => localId);
  const numbered =
    others.length === 0 ? [] : await readOnFile(db, { districtId: district.id, localId: { $in: others } });
  const byNumber = new Map<string, OnFile[]>();
  for (const one of numbered) byNumber.set(one.localId, [...(byNumber.get(one.localId) ?? []), one]);
  return asked.map(({ sourcedId, localId }) => {
    const own = bySourcedId.get(sourcedId);
    // Led by another id of this same source it is another student with the same number.
    const [other, second] = (byNumber.get(localId) ?? []).filter((one) => one.roster === undefined);
    return own ?? (second === undefined ? other : undefined);
  });
}

/** All of a batch in one answer: the engine's usual 101 would cost another round trip. */
const AT_ONCE = 10_000;

async function readOnFile(db: RosterImport['db'], filter: object): Promise<OnFile[]> {
  const fields = { schoolId: 1, grade: 1, localId: 1, leftAt: 1, roster: 1, source: 1, seenAt: 1 };
  const found = await model<StudentRecord>(db, students)
    .find(filter, fields)
    .batchSize(AT_ONCE)
    .lean<(Omit<OnFile, 'id'> & { _id: string })[]>();
  return found.map(({ _id, ...rest }) => ({ ...rest, id: _id }));
}
