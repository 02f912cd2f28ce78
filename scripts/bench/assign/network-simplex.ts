import { execFile, spawn } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { PlacementProblem } from '../../../core/placement/problem.ts';

export interface Simplex {
  solve(): Promise<{ ms: number; total: number; placed: number }>;
  close(): Promise<void>;
}

/** LEMON's network simplex with the same problem in a process of its own; or why there is none. */
export async function startSimplex(root: string, problem: PlacementProblem): Promise<Simplex | string> {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-simplex-'));
  const program = join(folder, 'network-simplex');
  const source = join(root, 'scripts/bench/peers/network-simplex.cpp');
  try {
    await promisify(execFile)('g++', ['-O3', '-march=native', '-std=c++17', '-o', program, source]);
  } catch {
    await rm(folder, { recursive: true });
    return 'skipped: no g++, or no LEMON (Debian: apt install g++ liblemon-dev)';
  }
  const path = join(folder, 'problem');
  await writeProblem(path, problem);
  const child = spawn(program, [path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async solve() {
      child.stdin.write('\n');
      const { value, done } = await answers.next();
      if (done) throw new Error('The network simplex ended.');
      const [ms = 0, total = 0, placed = 0] = String(value).split(' ').map(Number);
      return { ms, total, placed };
    },
    async close() {
      child.stdin.end();
      await rm(folder, { recursive: true });
    },
  };
}

async function writeProblem(
  path: string,
  { first, service, score, capacity }: PlacementProblem,
): Promise<void> {
  const file = await open(path, 'w');
  const sizes = Uint32Array.of(first.length - 1, capacity.length, service.length);
  for (const { buffer, byteOffset, byteLength } of [sizes, first, service, score, capacity])
    await file.write(new Uint8Array(buffer, byteOffset, byteLength));
  await file.close();
}
