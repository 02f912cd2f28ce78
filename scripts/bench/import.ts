import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { Deps } from '../../server/deps.ts';
import { ImportParams } from '../../server/imports/import-params.ts';
import { beginJob, createJob, readJob } from '../../server/jobs/job-store.ts';
import { importJob } from '../../workers/import.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { round } from './quantile.ts';

/** An HSDS folder, the first time and again; the lower bound is reading its rows and writing them as they are. */
export async function benchImport({ args, print }: BenchContext): Promise<void> {
  const [folder] = args;
  if (folder === undefined) throw new Error('npm run bench -- import <folder>');
  await withBenchDeps(async (deps) => {
    const first = await timed(() => importOnce(deps, folder));
    const again = await timed(() => importOnce(deps, folder));
    const bound = await timed(() => copyRows(deps, folder));
    print({
      folder,
      rows: bound.value,
      firstSeconds: round(first.seconds),
      againSeconds: round(again.seconds),
      copySeconds: round(bound.seconds),
      ratio: round(first.seconds / bound.seconds, 1),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
      findings: first.value?.findings,
      counts: first.value?.counts,
    });
  });
}

async function importOnce(deps: Deps, folder: string): Promise<Record<string, unknown> | undefined> {
  const params = ImportParams.parse({ kind: 'hsds', source: 'bench', filename: 'bench' });
  const { id } = await createJob(deps.db, { kind: 'import', params, step: 'reading' });
  const job = await beginJob(deps.db, id);
  if (job) await importJob(deps, job, folder);
  return (await readJob(deps.db, id))?.result;
}

async function copyRows({ db }: Deps, folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  let rows = 0;
  for (const name of files) {
    let batch: object[] = [];
    const parser = createReadStream(join(folder, name)).pipe(
      parse({
        columns: true,
        relax_column_count: true,
        relax_quotes: true,
        bom: true,
        skip_records_with_error: true,
      }),
    );
    for await (const row of parser) {
      rows += 1;
      if (batch.push(row) < 1000) continue;
      await db.collection('bench_rows').insertMany(batch);
      batch = [];
    }
    if (batch.length > 0) await db.collection('bench_rows').insertMany(batch);
  }
  return rows;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begun = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - begun) / 1000 };
}
