import { fileURLToPath } from 'node:url';
import type { Connection } from 'mongoose';
import { computeFirstFigures, loadDemo } from '../../scripts/start/load-demo.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { listJobs } from '../../server/jobs/job-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from './app.ts';

/** Another build than the usual one may be looked at: WEB_DIR names its folder. */
export const webDir = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The documents of a database, by collection. */
type Contents = Map<string, Document[]>;
type Document = Record<string, unknown>;

/** What a database holds once the demo is there. Working it out takes most of what opening an instance costs. */
let demoContents: Contents | undefined;

/**
 * Trellis as a newcomer has it after npm start: API, worker and web front end with the demo district, its first
 * matches and its first gap map, on a database of its own. The first of a process is made as npm start makes it, later
 * ones from a copy of what the first one held then.
 */
export async function demoInstance() {
  const instance = await testApp({
    collections: [...allCollections],
    env: { DEMO: '1', WEB_DIR: webDir, WORKER_CONCURRENCY: '2' },
  });
  const { db } = instance.deps;
  if (demoContents) await writeContents(db, demoContents);
  runTasks(instance.deps);
  if (demoContents) return instance;
  await loadDemo(instance.deps, () => undefined);
  await computeFirstFigures(instance.deps);
  const [gaps] = await listJobs(db, 'gaps');
  if (gaps) await jobEnd(instance.deps, gaps.id);
  demoContents = await readContents(db);
  return instance;
}

async function readContents(db: Connection): Promise<Contents> {
  const contents: Contents = new Map();
  for (const { name } of await db.listCollections())
    contents.set(name, await db.collection(name).find({}, { promoteValues: false }).toArray());
  return contents;
}

async function writeContents(db: Connection, contents: Contents): Promise<void> {
  for (const [name, documents] of contents)
    if (documents.length > 0) await db.collection(name).insertMany(documents, { ordered: false });
}
