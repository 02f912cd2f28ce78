import { inflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import type { Binary } from 'mongodb';
import type { Connection } from 'mongoose';
import type { StudentMatches } from '../../../core/matching/match.ts';
import { type MatchRecord, matchChunks, matches } from '../../../server/matches/match-collections.ts';
import {
  chunkState,
  currentFingerprints,
  currentMatches,
  discardMatches,
  markChunkDone,
  matchTotals,
  publishMatches,
  readChunk,
  writeChunks,
  writeMatches,
} from '../../../server/matches/match-store.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { createSealing, type Sealing } from '../../../server/sealing/sealing.ts';
import { model } from '../../../server/store/collection.ts';
import { students } from '../../../server/students/student-collection.ts';
import { testDatabase } from '../../support/database.ts';

const FIRST = { id: 'run-1', number: 1 };
const SECOND = { id: 'run-2', number: 2 };

/** A result with one need that has so many matches. */
function resultOf(studentId: string, found: number, fingerprint = `w.${studentId}`) {
  const list = Array.from({ length: found }, (_, n) => ({ offerId: `offer-${n}` }));
  const wishes = [{ kind: 'need', term: 'food-pantry', weight: 1, matches: list }];
  return {
    matches: { studentId, schoolId: 'oak', wishes } as unknown as StudentMatches,
    fingerprint,
  };
}

describe('The store of matches', () => {
  let db: Connection;
  let deps: { db: Connection; sealing: Sealing };
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ connection: db, drop } = await testDatabase());
    deps = { db, sealing: createSealing(parseKeyRing(`${newKey('k1')},${newKey('index')}`, 'DATA_KEYS')) };
    for (const spec of [matches, matchChunks]) await model(db, spec).createIndexes();
    const known = ['ann', 'bob', 'cleo'].map((id) => ({ _id: id }));
    await db.collection<{ _id: string }>(students.name).insertMany(known);
  });
  afterEach(() => drop());

  const shown = async (studentId: string) => {
    const found = await currentMatches(deps, studentId);
    return found && { runId: found.runId, matches: found.matches.wishes[0]?.matches.length };
  };
  const count = (filter: object = {}) => model<MatchRecord>(db, matches).countDocuments(filter);

  it('shows the old result until the new ones are published', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1)]);
    expect(await shown('ann')).to.equal(undefined);
    await publishMatches(db, FIRST);
    await writeMatches(deps, SECOND, [resultOf('ann', 2)]);
    expect(await shown('ann')).to.deep.equal({ runId: 'run-1', matches: 1 });
    expect(await publishMatches(db, SECOND)).to.equal(1);
    expect(await shown('ann')).to.deep.equal({ runId: 'run-2', matches: 2 });
    expect(await count()).to.equal(1);
  });

  it('leaves the results of students whom a run does not touch', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1), resultOf('bob', 1)]);
    await publishMatches(db, FIRST);
    await writeMatches(deps, SECOND, [resultOf('ann', 3)]);
    await publishMatches(db, SECOND);
    expect(await shown('bob')).to.deep.equal({ runId: 'run-1', matches: 1 });
  });

  it('writes the same twice without a trace', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1), resultOf('bob', 1)]);
    await writeMatches(deps, FIRST, [resultOf('bob', 1), resultOf('cleo', 1)]);
    expect(await count()).to.equal(3);
    expect(await count({ current: true })).to.equal(0);
  });

  it('keeps published what a late writer writes once more', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1)]);
    await publishMatches(db, FIRST);
    await writeMatches(deps, FIRST, [resultOf('ann', 1)]);
    expect(await shown('ann')).to.deep.equal({ runId: 'run-1', matches: 1 });
    expect(await count({ current: true })).to.equal(1);
  });

  it('publishes twice like once, and finishes what was interrupted between its two steps', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1), resultOf('bob', 1)]);
    await publishMatches(db, FIRST);
    await writeMatches(deps, SECOND, [resultOf('ann', 2), resultOf('bob', 2)]);
    // Killed after the first step: both are current, and the newer one is shown.
    await model<MatchRecord>(db, matches).updateMany({ runId: 'run-2' }, {
      $set: { current: true },
    } as object);
    expect(await shown('ann')).to.deep.equal({ runId: 'run-2', matches: 2 });
    for (const _time of [1, 2]) expect(await publishMatches(db, SECOND)).to.equal(2);
    expect(await count()).to.equal(2);
  });

  it('keeps nothing of a student who is gone, and of the others only what their own key opens', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1), resultOf('nobody', 1)]);
    await publishMatches(db, FIRST);
    expect(await count()).to.equal(1);
    const record = await model<MatchRecord>(db, matches).findOne({ studentId: 'ann' }).lean<MatchRecord>();
    const bytes = Buffer.from((record!.packed as Binary).buffer);
    expect(() => inflateRawSync(bytes)).to.throw();
    await db.collection<{ _id: string }>(students.name).deleteOne({ _id: 'ann' });
    expect(await shown('ann')).to.equal(undefined);
  });

  it('discards what a run has written and never what is shown', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1)]);
    await publishMatches(db, FIRST);
    await writeMatches(deps, SECOND, [resultOf('ann', 2)]);
    await writeChunks(db, 'run-2', [['ann']]);
    await discardMatches(db, 'run-2');
    await discardMatches(db, 'run-1');
    expect(await count()).to.equal(1);
    expect(await model(db, matchChunks).countDocuments()).to.equal(0);
    expect(await shown('ann')).to.deep.equal({ runId: 'run-1', matches: 1 });
  });

  it('knows the newest fingerprint of each student', async () => {
    await writeMatches(deps, FIRST, [resultOf('ann', 1, 'old'), resultOf('bob', 1, 'bob')]);
    await writeMatches(deps, SECOND, [resultOf('ann', 1, 'new')]);
    expect([...(await currentFingerprints(db, ['ann', 'bob']))]).to.deep.equal([]);
    await model<MatchRecord>(db, matches).updateMany({}, { $set: { current: true } } as object);
    const known = await currentFingerprints(db, ['ann', 'bob', 'cleo']);
    expect(Object.fromEntries(known)).to.deep.equal({ ann: 'new', bob: 'bob' });
  });

  it('adds up the results that are shown', async () => {
    expect(await matchTotals(db, { scope: 'district' })).to.deep.equal({
      needs: 0,
      needsMatched: 0,
      matches: 0,
    });
    await writeMatches(deps, FIRST, [resultOf('ann', 3), resultOf('bob', 0)]);
    await publishMatches(db, FIRST);
    await writeMatches(deps, SECOND, [resultOf('ann', 9)]);
    expect(await matchTotals(db, { scope: 'district' })).to.deep.equal({
      needs: 2,
      needsMatched: 1,
      matches: 3,
    });
    expect(await matchTotals(db, { scope: 'students', studentIds: ['bob'] })).to.include({
      needs: 1,
      matches: 0,
    });
    expect(await matchTotals(db, { scope: 'school', schoolId: 'elm' })).to.include({ needs: 0 });
  });

  it('replaces the plan of an interrupted attempt, and knows what is open', async () => {
    await writeChunks(db, 'run-1', [['ann'], ['bob'], ['cleo']]);
    await writeChunks(db, 'run-1', [['ann', 'bob'], ['cleo']]);
    expect(await chunkState(db, 'run-1')).to.deep.equal({ open: [0, 1], studentsDone: 0 });
    const chunk = await readChunk(db, 'run-1', 0);
    expect(chunk?.studentIds).to.deep.equal(['ann', 'bob']);
    if (chunk) await markChunkDone(db, chunk);
    expect(await chunkState(db, 'run-1')).to.deep.equal({ open: [1], studentsDone: 2 });
    expect(await readChunk(db, 'run-1', 2)).to.equal(undefined);
  });
});
