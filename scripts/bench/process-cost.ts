import { readFile } from 'node:fs/promises';

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
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/status`, 'utf8'),
    ]);
    // The name before the last bracket may hold anything; user and system time are the 12th and 13th fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
      memoryMb: Number(peak) / 1024,
    };
  } catch {
    return undefined;
  }
}
