import { fileURLToPath } from 'node:url';
import { computeFirstFigures, loadDemo } from '../../scripts/start/load-demo.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { listJobs } from '../../server/jobs/job-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from './app.ts';
import { fillOnce } from './demo-contents.ts';

/** Another build than the usual one may be looked at: WEB_DIR names its folder. */
export const webDir = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

/**
 * Trellis as a newcomer has it after npm start: API, worker and web front end with the demo district, its first
 * matches and its first gap map, on a database of its own. The first of a run is made as npm start makes it, later
 * ones from a copy of what the first one held then.
 */
export async function demoInstance() {
  const instance = await testApp({
    collections: [...allCollections],
    env: { DEMO: '1', WEB_DIR: webDir, WORKER_CONCURRENCY: '2' },
  });
  const { db } = instance.deps;
  let isWorking = false;
  await fillOnce(db, async () => {
    runTasks(instance.deps);
    isWorking = true;
    await loadDemo(instance.deps, () => undefined);
    await computeFirstFigures(instance.deps);
    const [gaps] = await listJobs(db, 'gaps');
    if (gaps) await jobEnd(instance.deps, gaps.id);
  });
  if (!isWorking) runTasks(instance.deps);
  return instance;
}
