import { setTimeout as wait } from 'node:timers/promises';
import type { JobProgress } from '../core/jobs/job.ts';
import type { Deps } from '../server/deps.ts';
import { dropStale } from '../server/geocoding/drop-stale.ts';
import { type Asking, geocoderOf, guardFor } from '../server/geocoding/geocoder.ts';
import { GeocoderFailed } from '../server/geocoding/geocoder-failed.ts';
import { countOfRun } from '../server/geocoding/geocoding-store.ts';
import { lookUpPlaces } from '../server/geocoding/look-up-places.ts';
import { idsWithoutPoint } from '../server/geocoding/places-without-point.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, failJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { readDistrict } from '../server/settings/district-store.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** A batch can take minutes without a word: so often it is said that the work goes on. */
const BEAT_MS = 20_000;

const NO_GEOCODER = 'No geocoder is set up here. Nothing was asked. See GEOCODER in docs/operations.md.';

/** Looks for the points of all addresses without one. Killed anywhere, it goes on with those that were not asked yet. */
export async function geocode(deps: Deps, jobId: string, pause = wait): Promise<void> {
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const geocoder = geocoderOf(deps.config.geocoder);
  if (!geocoder) return void (await announced(deps, failJob(deps.db, jobId, NO_GEOCODER)));
  const { report, signal } = progressReporter(deps, jobId);
  let progress: JobProgress = { step: 'geocode', done: 0 };
  const beat = setInterval(
    () => void report(progress).catch(() => undefined),
    Math.min(BEAT_MS, deps.config.workers.lockMs),
  );
  const asking: Asking = {
    guard: guardFor(deps.config.geocoder),
    signal,
    now: deps.clock,
    wait: (ms) => pause(ms, undefined, { signal }),
  };
  try {
    await dropStale(deps);
    const ids = await idsWithoutPoint(deps.db);
    const bounds = (await readDistrict(deps.db))?.bounds;
    for (let at = 0; at < ids.length; at += geocoder.batch) {
      progress = { step: 'geocode', done: at, total: ids.length };
      await report(progress);
      if (signal.aborted) return;
      const some = ids.slice(at, at + geocoder.batch);
      await lookUpPlaces(deps, some, { geocoder, asking, bounds, run: jobId });
    }
    if (!(await beginFinish(deps.db, jobId))) return;
    await announced(deps, completeJob(deps.db, jobId, await countOfRun(deps.db, jobId)));
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof GeocoderFailed)) throw error;
    await announced(deps, failJob(deps.db, jobId, error.message));
  } finally {
    clearInterval(beat);
  }
}
