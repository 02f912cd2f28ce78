import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { Deps } from '../../../server/deps.ts';
import { ImportParams } from '../../../server/imports/import-params.ts';
import { beginJob, createJob, readJob } from '../../../server/jobs/job-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { importJob } from '../../../workers/import.ts';
import type { BenchContext } from '../bench-context.ts';
import { withBenchDeps } from '../bench-deps.ts';
import { costOf } from '../cost-of.ts';
import { round } from '../quantile.ts';
import { makeRoster } from './make-roster.ts';

/** A made-up roster, tried, imported, and imported again; the lower bound is reading its files with csv-parse. */
export async function benchImportOneroster({ args, print }: BenchContext): Promise<void> {
  const students = Number(args[0] ?? 100_000);
  const folder = await mkdtemp(join(tmpdir(), 'trellis-roster-'));
  try {
    await makeRoster(folder, students);
    await withBenchDeps(async (deps) => {
      await saveDistrict(deps.db, DISTRICT);
      const bound = await timed(() => readFiles(folder));
      print({ step: 'csv-parse', rows: bound.value, ...bound.cost });
      for (const [step, asked] of STEPS) {
        const { value, cost } = await timed(() => importOnce(deps, folder, asked));
        const ratio = round(cost.seconds / bound.cost.seconds, 1);
        print({ step, students, ...cost, ratio, counts: value?.counts, findings: value?.findings });
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const STEPS: [string, object][] = [
  ['tried', { dryRun: true, addSchools: true }],
  ['first', { addSchools: true }],
  ['again', {}],
];

const DISTRICT = {
  id: 'bench',
  name: 'Bench',
  bounds: [-98, 40, -95, 42] as [number, number, number, number],
  center: [-96.5, 40.5] as [number, number],
  timezone: 'America/Chicago',
  units: 'miles' as const,
  homeResolution: 7,
  demo: false,
};

async function importOnce(
  deps: Deps,
  folder: string,
  asked: object,
): Promise<Record<string, unknown> | undefined> {
  const params = ImportParams.parse({ kind: 'oneroster', source: 'bench', filename: 'roster', ...asked });
  const { id } = await createJob(deps.db, { kind: 'import', params, step: 'reading' });
  const job = await beginJob(deps.db, id);
  if (job) await importJob(deps, job, folder);
  return (await readJob(deps.db, id))?.result;
}

async function readFiles(folder: string): Promise<number> {
  let rows = 0;
  for (const name of await readdir(folder)) {
    const parser = createReadStream(join(folder, name)).pipe(parse({ columns: true }));
    for await (const row of parser) rows += row ? 1 : 0;
  }
  return rows;
}

async function timed<T>(work: () => Promise<T>) {
  const { value, ...spent } = await costOf(work);
  /** Memory of this process, the greatest so far. */
  return { value, cost: { ...spent, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) } };
}
