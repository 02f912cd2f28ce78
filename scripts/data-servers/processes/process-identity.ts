import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process for sure: its number may be given to another one, its number with its time of birth is not. */
export interface ProcessIdentity {
  pid: number;
  born: string;
}

/** When a process was born, in words of the system; null when there is none of that number. */
export async function bornOf(pid: number): Promise<string | null> {
  return process.platform === 'linux' ? bornByProc(pid) : bornByPs(pid);
}

/** Whether that very process still runs. A zombie does not. */
export async function isAlive({ pid, born }: ProcessIdentity): Promise<boolean> {
  return (await bornOf(pid)) === born;
}

async function bornByProc(pid: number): Promise<string | null> {
  try {
    const [stat, bootId] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The name in parentheses may hold anything, so count from its end: state is field 3, the start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${bootId.trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

async function bornByPs(pid: number): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
