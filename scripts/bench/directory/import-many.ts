import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '../../../server/deps.ts';
import { ImportParams } from '../../../server/imports/import-params.ts';
import { beginJob, createJob, readJob } from '../../../server/jobs/job-store.ts';
import { importJob } from '../../../workers/import.ts';
import type { BenchContext } from '../bench-context.ts';
import { withBenchDeps } from '../bench-deps.ts';
import { costOf } from '../cost-of.ts';
import { makeDirectory } from './make-directory.ts';

/**
 * A directory of so many services in HSDS's tables, streamed into an empty installation: how many rows a second, and how
 * much memory the process has at most and in the end. Twice the rows must not take more.
 */
export async function benchImportMany({ args, print }: BenchContext): Promise<void> {
  const services = Number(args[0] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'trellis-bench-'));
  try {
    const rows = await makeDirectory(folder, services);
    await withBenchDeps(async (deps) => {
      const memory = watchMemory();
      const {
        value: job,
        seconds,
        cpuSeconds,
        enginesCpuSeconds,
      } = await costOf(() => importOnce(deps, folder));
      print({
        services,
        rows,
        seconds,
        cpuSeconds,
        enginesCpuSeconds,
        rowsPerSecond: Math.round(rows / seconds),
        servicesPerSecond: Math.round(services / seconds),
        ...memory(),
        status: job?.status,
        counts: job?.result?.counts,
        findings: job?.result?.findings,
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importOnce(deps: Deps, folder: string) {
  const params = ImportParams.parse({ kind: 'hsds', source: 'bench', filename: 'bench' });
  const { id } = await createJob(deps.db, { kind: 'import', params, step: 'reading' });
  const job = await beginJob(deps.db, id);
  if (job) await importJob(deps, job, folder);
  return readJob(deps.db, id);
}

/** Looks ten times a second. */
function watchMemory() {
  let [rss, heap] = [0, 0];
  const timer = setInterval(() => {
    const now = process.memoryUsage();
    rss = Math.max(rss, now.rss);
    heap = Math.max(heap, now.heapUsed);
  }, 100);
  return () => {
    clearInterval(timer);
    const mb = (bytes: number) => Math.round(bytes / 1_048_576);
    return { peakRssMb: mb(rss), peakHeapMb: mb(heap), endRssMb: mb(process.memoryUsage().rss) };
  };
}
