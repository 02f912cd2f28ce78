import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import {
  bornOf,
  isAlive,
  type ProcessIdentity,
} from '../../../scripts/data-servers/processes/process-identity.ts';
import { sleep } from '../../../scripts/data-servers/processes/sleep.ts';

interface Listed {
  pid: number;
  parent: number;
  command: string;
}

/** A process below another, and what it runs. */
export interface Descendant extends ProcessIdentity {
  command: string;
}

/** All processes that come from one, however deep, and that one itself. */
export async function processTree(root: number): Promise<Descendant[]> {
  const all = process.platform === 'linux' ? await listByProc() : await listByPs();
  const ids = new Set([root]);
  for (let size = 0; size < ids.size; ) {
    size = ids.size;
    for (const { pid, parent } of all) if (ids.has(parent)) ids.add(pid);
  }
  const found = all.filter(({ pid }) => ids.has(pid));
  const named = found.map(async ({ pid, command }) => ({ pid, command, born: (await bornOf(pid)) ?? '' }));
  return (await Promise.all(named)).filter(({ born }) => born !== '');
}

/** Resolves when none of these processes runs any more. */
export async function untilGone(processes: readonly ProcessIdentity[]): Promise<void> {
  while ((await Promise.all(processes.map(isAlive))).some((alive) => alive)) await sleep(20);
}

async function listByProc(): Promise<Listed[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const listed = await Promise.all(ids.map((id) => readProc(Number(id)).catch(() => undefined)));
  return listed.filter((entry) => entry !== undefined);
}

async function readProc(pid: number): Promise<Listed> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  return { pid, parent: Number(parent), command };
}

async function listByPs(): Promise<Listed[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,command=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}
