import { join } from 'node:path';
import { dealItems, type PointTask, pointTask } from '../../../core/access/points/point-task.ts';
import { settleEdges } from '../../../core/access/points/settle-edges.ts';
import { siteRatios } from '../../../core/access/points/site-ratios.ts';
import type { BenchContext } from '../bench-context.ts';
import { lineWriter } from '../instance/line-writer.ts';
import { readColumns } from '../instance/read-columns.ts';
import { readInstance } from '../instance/read-instance.ts';
import { quantile, round } from '../quantile.ts';
import { moduleBeside, type SharedThreads, startThreads } from '../threads/shared-threads.ts';
import { accessOptions } from './access-options.ts';
import { runScipyAccess } from './run-scipy-access.ts';
import { type AccessTask, work } from './work.ts';

let rooms = 0;
const sharedRoom = (bytes: number) => new SharedArrayBuffer(bytes);

/**
 * E2SFCA within each category between points, without a table of pairs. Every run does all of it again but for reading
 * the files; the first is the cold one. Then, where the machine has it, SciPy once (`--alone`: without).
 */
export async function benchAccess({ root, args, print }: BenchContext): Promise<void> {
  const { folder, method, steps, out, threads, runs, alone } = accessOptions(args);
  const begun = performance.now();
  const working = startThreads(threads, moduleBeside(import.meta.url, 'work'), work);
  const { students, services, requests } = readInstance(folder, sharedRoom);
  const { cap } = readColumns(join(folder, 'services.csv'), (rows) => ({
    cap: new Float64Array(sharedRoom(8 * rows)),
  }));
  const loaded = performance.now();
  await working.ready;

  const input = {
    places: students,
    sites: { ...services, supply: cap },
    items: { place: requests.student, group: requests.cat },
    steps,
  };
  let task: PointTask | undefined;
  const times: RunTimes[] = [];
  const room = ++rooms;
  for (let run = 0; run < runs; run++) {
    const [before, cpu] = [performance.now(), process.cpuUsage()];
    task ??= pointTask(input, threads, sharedRoom);
    dealItems(task);
    working.run({ room, phase: 'lay out', task });
    const built = performance.now();
    measure(working, room, task);
    const { user, system } = process.cpuUsage(cpu);
    times.push({
      build_s: seconds(built - before),
      query_s: seconds(performance.now() - built),
      cpu_s: round((user + system) / 1e6, 4),
    });
  }
  await working.close();
  const memory = process.resourceUsage().maxRSS / 1024;
  const access = task?.access ?? new Float64Array();
  const [cold, ...warm] = times;
  const least = Math.min(...times.map(({ build_s, query_s }) => build_s + query_s));
  const scipy = alone ? undefined : await runScipyAccess(root, folder, steps);
  print({
    method,
    requests: requests.cat.length,
    services: services.mask.length,
    threads,
    runs,
    load_s: seconds(loaded - begun),
    cold,
    warm_min: best(warm, 0),
    warm_median: best(warm, 0.5),
    memory_mb: round(memory, 0),
    ...sumUp(access),
    scipy: alone
      ? 'not asked'
      : scipy
        ? { ...scipy, times_ours: round(scipy.seconds / least) }
        : 'not on this machine',
  });
  if (out) writeAccess(out, access);
}

function measure(working: SharedThreads<AccessTask>, room: number, task: PointTask): void {
  working.run({ room, phase: 'count', task });
  for (let group = 0; group < task.groups; group++) siteRatios(task, group);
  working.run({ room, phase: 'sum', task });
  settleEdges(task);
}

/** The format has 0 where nothing is in reach. */
function writeAccess(path: string, access: Float64Array): void {
  const file = lineWriter(path, 'request,access');
  access.forEach((value, request) => {
    file.write(`${request},${Number.isNaN(value) ? 0 : value}`);
  });
  file.close();
}

function sumUp(access: Float64Array) {
  let [sum, without] = [0, 0];
  for (const value of access) {
    if (Number.isNaN(value)) without++;
    else sum += value;
  }
  return { sum_access: sum, without };
}

interface RunTimes {
  build_s: number;
  query_s: number;
  /** Of all threads. */
  cpu_s: number;
}

function best(times: readonly RunTimes[], q: number): RunTimes | undefined {
  if (times.length === 0) return undefined;
  const of = (part: keyof RunTimes) =>
    quantile(
      times.map((time) => time[part]),
      q,
    );
  return { build_s: of('build_s'), query_s: of('query_s'), cpu_s: of('cpu_s') };
}

function seconds(milliseconds: number): number {
  return round(milliseconds / 1000, 4);
}
