import type { Note, RowNote } from '../../core/imports/finding.ts';
import { type RosterStudent, readRosterUser } from '../../core/imports/oneroster/read-roster-user.ts';
import type { RosterFacts } from '../../core/imports/oneroster/roster-facts.ts';
import { contentHash } from '../imports/content-hash.ts';
import { Counter } from '../imports/import-result.ts';
import { letGo } from './let-go.ts';
import { openRoster, type Roster } from './open-roster.ts';
import { readFacts, rosterRows } from './read-facts.ts';
import { createEntryReader, type ReadEntry } from './roster-entry.ts';
import { type RosterFindings, rosterFindings } from './roster-findings.ts';
import type { RosterImport, RosterResult } from './roster-import.ts';
import { type RosterSchools, rosterSchools } from './roster-schools.ts';
import { createTally, type Tally } from './roster-tally.ts';
import { findOnFile, storeRoster } from './store-roster.ts';

const BATCH = 1000;

/**
 * Imports a OneRoster export: students with school, grade, name, date of birth and language, as far as it tells them. Files
 * are read one after the other, a row at a time; what waits between them is a few numbers a user. Doing it again changes
 * nothing, also after it was broken off.
 * @throws InputRefused where manifest and files disagree, before anything is stored
 */
export async function importRoster(run: RosterImport): Promise<RosterResult> {
  const roster = await openRoster(run.input, run.filename);
  const known = await run.store.schools(run.district.id);
  const { db, source, district, addSchools } = run;
  const schools = rosterSchools({ db, source, districtId: district.id, known, addSchools });
  const findings = rosterFindings(run.findings);
  const tally = createTally(known, schools.list);
  const counter = new Counter();
  const readEntry = createEntryReader(run, schools, tally);
  try {
    const facts = await readFacts(run, roster, schools, findings);
    if (!run.dryRun) await schools.keep();
    const isWhole = await readUsers({ run, roster, schools, facts, findings, counter, tally, readEntry });
    const mode = roster.modeOf('users') === 'bulk' ? 'bulk' : 'delta';
    const notLeft = mode === 'bulk' ? await letGo({ run, facts, tally, findings, isWhole }) : 0;
    await findings.drain();
    tally.countInto(counter);
    const { total, byCode } = run.findings;
    return {
      counts: counter.counts,
      findings: total,
      findingsByCode: { ...byCode },
      unmappedTerms: [],
      roster: tally.summary({ mode, notLeft, isTrial: run.dryRun }),
    };
  } finally {
    await run.findings.flush();
    await roster.close();
  }
}

interface Reading {
  run: RosterImport;
  roster: Roster;
  schools: RosterSchools;
  facts: RosterFacts;
  findings: RosterFindings;
  counter: Counter;
  tally: Tally;
  readEntry: ReadEntry;
}

interface Waiting {
  student: RosterStudent;
  note: Note;
}

/** Reads and stores all students; false where some line could not be read, so that its student may be any. */
async function readUsers(reading: Reading): Promise<boolean> {
  const { run, roster, schools, facts, findings, counter } = reading;
  const schoolOf = (org: string) => schools.placeOf(org);
  const isRoleKnown = roster.modeOf('roles') === 'bulk';
  let isWhole = true;
  let done = 0;
  let batch: Waiting[] = [];
  // One batch is stored while the next is read.
  let storing: Promise<void> = Promise.resolve();
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await storing;
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'storing', done });
    storing = storeBatch(reading, full);
    // Whoever waits for it next hears of a failure.
    storing.catch(() => undefined);
  };
  for await (const { row, note } of rosterRows(run, roster, 'users', findings)) {
    if (!row || (row.fields.id ?? '').trim() === '') {
      if (row) note({ code: 'missing-id', field: 'sourcedId', action: 'refused' });
      isWhole = false;
      continue;
    }
    const student = readRosterUser(row.fields, facts, schoolOf, isRoleKnown);
    if (!student) continue;
    const met = facts.meet(student.sourcedId, rowHash(row.cells));
    if (met === 'new') batch.push({ student, note });
    else {
      counter.read('students');
      counter.refused('students');
      note(met === 'same' ? DUPLICATE_ROW : DUPLICATE_ID);
    }
    done += 1;
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  await storing;
  return isWhole;
}

const DUPLICATE_ROW: RowNote = { code: 'duplicate-row', field: 'sourcedId', action: 'left-out' };
const DUPLICATE_ID: RowNote = { code: 'duplicate-id', field: 'sourcedId', action: 'refused' };

function rowHash(cells: readonly string[]): number {
  return Buffer.from(contentHash({ cells }), 'base64url').readUInt32BE();
}

async function storeBatch(reading: Reading, batch: readonly Waiting[]): Promise<void> {
  const { run, tally, findings, counter, readEntry } = reading;
  const asked = batch.map(({ student }) => ({
    sourcedId: student.sourcedId,
    localId: student.fields.student_id ?? student.sourcedId,
  }));
  const known = await findOnFile(run, asked);
  const forgotten = await run.people.forgotten(
    asked.map(({ sourcedId, localId }) => ({
      source: { system: run.source, id: sourcedId },
      districtId: run.district.id,
      localId,
    })),
  );
  const entries = batch.flatMap(({ student, note }, at) => {
    const entry = forgotten.has(at)
      ? note({ code: 'forgotten', field: 'sourcedId', action: 'refused' })
      : readEntry(student, known[at], note);
    if (entry !== 'nobody') counter.read('students');
    if (!entry) counter.refused('students');
    return entry === undefined || entry === 'nobody' ? [] : entry;
  });
  for (const { entry, outcome } of await storeRoster(run, entries))
    tally.add(outcome, outcome === 'left' && entry.known ? entry.known.schoolId : entry.read.schoolId);
  await findings.drain();
}
