import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Compiles what production compiles (npm run build:server, the Dockerfile), with the data beside it; types are checked
 * apart. Returns the folder.
 */
export async function compileServer(root: string): Promise<string> {
  const outDir = join(root, 'test-results/compiled');
  await rm(outDir, { recursive: true, force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['-p', join(root, 'tsconfig.build.json'), '--noCheck', '--outDir', outDir];
  const [code] = await once(spawn(process.execPath, [tsc, ...options], { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`The server could not be compiled: tsc ended with ${code}.`);
  await cp(join(root, 'data'), join(outDir, 'data'), { recursive: true });
  return outDir;
}
