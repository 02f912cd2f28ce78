import type { JobProgress } from '../core/jobs/job.ts';
import { SitingProblemError } from '../core/siting/siting-problem.ts';
import { watchTravel } from '../core/travel/watch-travel.ts';
import { SitingAsk } from '../core/where-next/siting-ask.ts';
import type { SitingOutcome, StandingRooms } from '../core/where-next/siting-outcome.ts';
import type { StandingSplit } from '../core/where-next/standing-rooms.ts';
import { proofOf, type SitingQuestion, type ToldSiting } from '../core/where-next/tell-siting.ts';
import type { Deps } from '../server/deps.ts';
import { AppError } from '../server/http/app-error.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, failJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { writeSiting } from '../server/siting/siting-store.ts';
import { readSitingWays } from '../server/siting/siting-ways.ts';
import { loadSitingWorld } from '../server/siting/siting-world.ts';
import { travelEngine } from '../server/travel/travel-engine.ts';
import { beginAskedJob } from './begin-asked-job.ts';
import { solveApart } from './solve-apart.ts';

/** After this the best that was found is taken, with how much better something could be at most. */
const SOLVE_SECONDS = 60;
const BEAT_MS = 300;

type Watch = ReturnType<typeof progressReporter>;

/** Answers one question of "Where next?" and stores the answer. Killed anywhere, it is done again from the start. */
export async function findSites(deps: Deps, jobId: string): Promise<void> {
  const { db } = deps;
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  try {
    const outcome = await answer(deps, SitingAsk.parse(job.params), progressReporter(deps, jobId));
    if (!outcome || !(await beginFinish(db, jobId))) return;
    await writeSiting(db, jobId, outcome);
    await announced(deps, completeJob(db, jobId, summaryOf(outcome)));
  } catch (error) {
    if (!(error instanceof AppError || error instanceof SitingProblemError)) throw error;
    // What was asked for is gone since, or cannot be: no further try would mend it.
    await announced(deps, failJob(db, jobId, `${error.message} Nothing was stored.`));
  }
}

/** Undefined when the work was called off. */
async function answer(
  deps: Deps,
  ask: SitingAsk,
  { report, signal }: Watch,
): Promise<SitingOutcome | undefined> {
  await report({ step: 'students', done: 0 });
  const world = await loadSitingWorld(deps.db, deps.rules, ask, deps.clock());
  const { places, rows, candidates, existing, standing, noData, asOf } = world;
  const { engine, note } = watchTravel(travelEngine(deps), ask.mode);
  const ways = await readSitingWays(engine, ask.mode, world, {
    report: (done) => report({ step: 'ways', done, total: places.length }),
    signal,
  });
  if (!ways) return undefined;
  const told = await solveWatched({ ask, places, rows, candidates, ways }, { report, signal });
  if (!told) return undefined;
  const { takenByStanding = 0, ...outcome } = told;
  return {
    ...outcome,
    existing: distinct(existing),
    ...(standing && { standing: roomsOf(standing, takenByStanding) }),
    noData,
    asOf,
    travel: { ...(await note()), estimated: engine.estimates.includes(ask.mode) },
  };
}

/** Tells how far the search is, and that it is alive, also where the search itself has nothing new to say. */
async function solveWatched(
  question: SitingQuestion,
  { report, signal }: Watch,
): Promise<ToldSiting | undefined> {
  let progress: JobProgress = { step: 'siting', done: 0 };
  // A report that gets lost is made good by the next one.
  const tell = () => report(progress).catch(() => undefined);
  await report(progress);
  const beat = setInterval(tell, BEAT_MS);
  try {
    return await solveApart(question, {
      seconds: SOLVE_SECONDS,
      signal,
      onProgress: ({ objective, bound, nodes }) => {
        const { gap } = proofOf(question.ask.model, { objective, bound, proven: false });
        progress = {
          step: 'siting',
          done: nodes,
          figures: { objective, bound, ...(gap !== null && { gap }) },
        };
      },
    });
  } finally {
    clearInterval(beat);
  }
}

/** Each once, though it may give several kinds of help. */
function distinct(
  existing: Awaited<ReturnType<typeof loadSitingWorld>>['existing'],
): SitingOutcome['existing'] {
  const byId = new Map(existing.flat().map((offer) => [offer.id, offer]));
  return [...byId.values()].map(({ id, serviceId, serviceName, point }) => ({
    id,
    serviceId,
    name: serviceName,
    point: point!.coordinates,
  }));
}

function roomsOf({ limited, unlimited }: StandingSplit, takes: number): StandingRooms {
  return {
    services: limited.length,
    room: limited.reduce((sum, { room }) => sum + room, 0),
    takes,
    untold: new Set(unlimited.flat().map(({ id }) => id)).size,
  };
}

/** What the list of runs says of one. */
function summaryOf({ proposed, steps, proof }: SitingOutcome) {
  const inTime = (step = steps[0]) => (step?.inTime ?? []).reduce((sum, { people }) => sum + people, 0);
  return {
    sites: proposed.length,
    inTimeBefore: inTime(),
    inTimeAfter: inTime(steps.at(-1)),
    proven: proof.proven,
  };
}
