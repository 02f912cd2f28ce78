import { startedCpuSeconds } from './process-cost.ts';
import { round } from './quantile.ts';

/** What some work took by the clock, of this process's own, and of the data servers that it has started. */
export async function costOf<T>(work: () => Promise<T>) {
  const [engines, begun, cpu] = [await startedCpuSeconds(), performance.now(), process.cpuUsage()];
  const value = await work();
  const seconds = (performance.now() - begun) / 1000;
  const used = process.cpuUsage(cpu);
  return {
    value,
    seconds: round(seconds),
    cpuSeconds: round((used.user + used.system) / 1e6),
    enginesCpuSeconds: round((await startedCpuSeconds()) - engines),
  };
}
