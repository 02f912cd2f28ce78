import type { Deps } from '../server/deps.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { announced } from '../server/jobs/job-events.ts';
import { noteFindings, reportProgress } from '../server/jobs/job-store.ts';
import { MatchScope } from '../server/matches/match-scope.ts';
import {
  chunkState,
  currentFingerprints,
  discardMatches,
  writeChunks,
} from '../server/matches/match-store.ts';
import { scopeStudents } from '../server/matches/scope-students.ts';
import type { MatchableStudent } from '../server/students/matchable-student.ts';
import { beginAskedJob } from './begin-asked-job.ts';
import { type MatchWorld, matchWorldOf } from './match-world-of.ts';

/** Students of one task: small enough that a lost worker costs little, large enough that asking costs nothing. */
const CHUNK_STUDENTS = 200;

/** Plans a run: finds the students whose result would change, and asks for them in chunks. */
export async function beginMatchRun(deps: Deps, jobId: string): Promise<void> {
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const planned = job.progress.total !== undefined || (await plan(deps, job));
  // Cancelled while it was planned: the plan was written after what there was had been cleared away.
  if (!planned) return discardMatches(deps.db, jobId);
  const { open } = await chunkState(deps.db, jobId);
  for (const chunk of open) await deps.queues.ask('matches', 'chunk', { jobId, chunk });
  if (open.length === 0) await deps.queues.ask('matches', 'finish', { jobId });
}

async function plan(deps: Deps, job: JobRecord): Promise<boolean> {
  const world = await matchWorldOf(deps, job);
  const changed: string[] = [];
  const faults = world.studentFaults();
  for await (const students of scopeStudents(deps, MatchScope.parse(job.params))) {
    changed.push(...(await changedStudents(deps, world, students)));
    for (const student of students) faults.see(student);
  }
  await writeChunks(deps.db, job.id, chunksOf(changed));
  await noteFindings(deps.db, job.id, [...world.offerFaults(), ...faults.findings()]);
  const progress = { step: 'matching', done: 0, total: changed.length };
  return (await announced(deps, reportProgress(deps.db, job.id, progress))) !== undefined;
}

async function changedStudents(
  deps: Deps,
  world: MatchWorld,
  students: MatchableStudent[],
): Promise<string[]> {
  const ids = students.map((student) => student.id);
  const known = await currentFingerprints(deps.db, ids);
  return students
    .filter((student) => known.get(student.id) !== world.fingerprint(student))
    .map(({ id }) => id);
}

function chunksOf(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / CHUNK_STUDENTS);
  return Array.from({ length: count }, (_, n) => ids.slice(n * CHUNK_STUDENTS, (n + 1) * CHUNK_STUDENTS));
}
