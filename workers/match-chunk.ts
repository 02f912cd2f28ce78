import type { Deps } from '../server/deps.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginJob, readJob, reportProgress } from '../server/jobs/job-store.ts';
import {
  chunkState,
  discardMatches,
  markChunkDone,
  readChunk,
  writeMatches,
} from '../server/matches/match-store.ts';
import { readStudents } from '../server/matches/scope-students.ts';
import { matchWorldOf } from './match-world-of.ts';

/** Matches the students of one chunk. Doing it twice writes the same twice. */
export async function matchChunk(deps: Deps, jobId: string, n: number): Promise<void> {
  const { db } = deps;
  const run = await beginJob(db, jobId);
  const chunk = run && (await readChunk(db, jobId, n));
  if (!run || !chunk) return;
  if (!chunk.done) {
    const world = await matchWorldOf(deps, run);
    const students = await readStudents(deps, chunk.studentIds);
    const results = students.map((student) => ({
      matches: world.match(student),
      fingerprint: world.fingerprint(student),
    }));
    await writeMatches(deps, run, results);
    await markChunkDone(db, chunk);
  }
  await reportChunk(deps, jobId);
}

async function reportChunk(deps: Deps, jobId: string): Promise<void> {
  const { open, studentsDone } = await chunkState(deps.db, jobId);
  const run = await readJob(deps.db, jobId);
  if (run?.status === 'cancelled' || run?.status === 'failed') return discardMatches(deps.db, jobId);
  const total = run?.progress.total ?? studentsDone;
  await announced(deps, reportProgress(deps.db, jobId, { step: 'matching', done: studentsDone, total }));
  if (open.length === 0) await deps.queues.ask('matches', 'finish', { jobId });
}
