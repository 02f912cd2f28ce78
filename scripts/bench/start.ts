import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchContext } from './bench-context.ts';
import { round } from './quantile.ts';

/** npm start until a page is served: cold with an empty cache and data folder (downloads included), then warm. */
export async function benchStart({ root, print }: BenchContext): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-bench-start-'));
  try {
    for (const run of ['cold', 'warm', 'warm', 'warm'])
      print({ run, seconds: round(await startOnce(root, folder), 1) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(root: string, folder: string): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ['scripts/bootstrap.mjs', 'scripts/start.ts', '--port', String(port), '--data-dir', join(folder, 'data')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TRELLIS_CACHE: join(folder, 'cache'), MONGODB_URI: '', REDIS_URL: '' },
    },
  );
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`))),
  );
  await Promise.race([
    ended,
    new Promise<void>((resolve) => child.stdout.on('data', (text) => /is ready/.test(text) && resolve())),
  ]);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  const seconds = (performance.now() - begun) / 1000;
  ended.catch(() => undefined);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return seconds;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
