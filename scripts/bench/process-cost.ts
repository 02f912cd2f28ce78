import { readdir, readFile } from 'node:fs/promises';

export interface ProcessCost {
  cpuSeconds: number;
  /** The greatest so far. */
  memoryMb: number;
}

/** Of a clock tick of Linux, which is the same on all machines that Node runs on. */
const TICKS_A_SECOND = 100;

/** What another process has taken so far; undefined where the system does not tell (only Linux does). */
export async function processCost(pid: number): Promise<ProcessCost | undefined> {
  try {
    const [stat, status] = await Promise.all([
      readStat(String(pid)),
      readFile(`/proc/${pid}/status`, 'utf8'),
    ]);
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    return { cpuSeconds: stat.own, memoryMb: Number(peak) / 1024 };
  } catch {
    return undefined;
  }
}

/** Seconds of processor time of all that this process has started, such as data servers, and that they have; 0 where the system does not tell. */
export async function startedCpuSeconds(): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => readStat(pid).catch(() => undefined)));
  const known = found.filter((stat) => stat !== undefined);
  const started = new Set([process.pid]);
  for (let size = 0; size !== started.size; ) {
    size = started.size;
    for (const { pid, parent } of known) if (started.has(parent)) started.add(pid);
  }
  const ours = known.filter(({ pid }) => pid !== process.pid && started.has(pid));
  return ours.reduce((sum, { own, ended }) => sum + own + ended, 0);
}

/** `ended`: of those that it started and that are gone. */
async function readStat(pid: string) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name before the last bracket may hold anything; the parent is the 2nd field after it, times are the 12th to 15th.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const seconds = (from: number) => (fields[from]! + fields[from + 1]!) / TICKS_A_SECOND;
  return { pid: Number(pid), parent: fields[1]!, own: seconds(11), ended: seconds(13) };
}
