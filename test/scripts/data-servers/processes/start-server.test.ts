import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { typescriptArguments } from '../../../../scripts/typescript/typescript-arguments.ts';

const startServer = fileURLToPath(
  new URL('../../../../scripts/data-servers/processes/start-server.ts', import.meta.url),
);

describe('A server that has just been started', () => {
  it('ends with its parent, even when that ends in the same moment', async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = await mkdtemp(join(tmpdir(), 'trellis-server-'));
    // Nobody else sleeps for just so long.
    const seconds = `300.${process.pid}${Date.now()}`;
    const parent = spawn(
      process.execPath,
      [...typescriptArguments, '--input-type=module', '-e', script(folder, seconds)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [said] = await once(parent.stdout, 'data');
    expect(String(said).trim()).to.equal('spawned');
    await once(parent, 'exit');
    while (await isRunning(seconds)) await new Promise((resolve) => setImmediate(resolve));
    await rm(folder, { recursive: true, force: true });
  });
});

/** Starts a server and exits as soon as its process is there, without waiting for anything else. */
function script(folder: string, seconds: string): string {
  return `
    import childProcess from 'node:child_process';
    import { syncBuiltinESMExports } from 'node:module';
    const { spawn } = childProcess;
    childProcess.spawn = (command, ...rest) => {
      const child = spawn(command, ...rest);
      if (command === 'sleep') setImmediate(() => { console.log('spawned'); process.exit(); });
      return child;
    };
    syncBuiltinESMExports();
    const { startServer } = await import(${JSON.stringify(startServer)});
    const folders = { dataDir: ${JSON.stringify(folder)}, runDir: ${JSON.stringify(folder)} };
    await startServer({ name: 'sleeper', command: 'sleep', args: ['${seconds}'], env: process.env, stopSignal: 'SIGTERM' }, folders);
  `;
}

async function isRunning(argument: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.some((line) => line.startsWith('sleep\0') && line.includes(argument));
}
