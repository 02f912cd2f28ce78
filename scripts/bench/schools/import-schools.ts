import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
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
import { round } from '../quantile.ts';
import { makeNces, ROWS_A_SCHOOL } from './make-nces.ts';

/**
 * Invented schools as NCES's files, once all of them and once those of one district; the lower bound is reading the file
 * of students with csv-parse. Ten times the schools must not take more memory.
 */
export async function benchImportSchools({ args, print }: BenchContext): Promise<void> {
  const schools = Number(args[0] ?? 20_000);
  const folder = await mkdtemp(join(tmpdir(), 'trellis-schools-'));
  try {
    await makeNces(folder, schools);
    await withBenchDeps(async (deps) => {
      await saveDistrict(deps.db, DISTRICT);
      for (const only of ['district=District 7', undefined]) {
        const { value, ...cost } = await timed(() => importOnce(deps, folder, only));
        print({ schools, rows: schools * (ROWS_A_SCHOOL + 2), only, ...cost, counts: value?.counts });
      }
      const { value, ...bound } = await timed(() => readStudents(join(folder, 'students.csv')));
      print({ step: 'csv-parse', rows: value, ...bound });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const DISTRICT = {
  id: 'bench',
  name: 'Bench',
  bounds: [-98, 39, -95, 42] as [number, number, number, number],
  center: [-96.5, 40.5] as [number, number],
  timezone: 'America/Chicago',
  units: 'miles' as const,
  homeResolution: 7,
  demo: false,
};

async function importOnce(deps: Deps, folder: string, only: string | undefined) {
  const params = ImportParams.parse({ kind: 'schools', source: 'bench', filename: 'nces', only });
  const { id } = await createJob(deps.db, { kind: 'import', params, step: 'reading' });
  const job = await beginJob(deps.db, id);
  if (job) await importJob(deps, job, folder);
  return (await readJob(deps.db, id))?.result;
}

async function readStudents(path: string): Promise<number> {
  let rows = 0;
  for await (const row of createReadStream(path).pipe(parse({ columns: true }))) rows += row ? 1 : 0;
  return rows;
}

async function timed<T>(work: () => Promise<T>) {
  const cpu = process.cpuUsage();
  const value = await work();
  const used = process.cpuUsage(cpu);
  return {
    value,
    cpuSeconds: round((used.user + used.system) / 1e6),
    /** Of this process, the greatest so far. */
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
