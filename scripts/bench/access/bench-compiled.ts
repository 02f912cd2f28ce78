import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchContext } from '../bench-context.ts';

/**
 * Compiles the benchmark and runs it so, as Trellis runs in production: as source, every thread would carry a loader of
 * TypeScript, which takes more memory than all of its data.
 */
export async function benchCompiledAccess({ root, args }: BenchContext): Promise<void> {
  const out = join(root, 'dist/bench');
  await rm(out, { recursive: true, force: true });
  await run([join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.bench.json')]);
  await run([join(out, 'scripts/bench/access/main.js'), root, ...args]);
}

async function run(args: string[]): Promise<void> {
  const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}
