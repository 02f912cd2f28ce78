import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { bornOf } from '../../../../scripts/data-servers/processes/process-identity.ts';
import {
  claimRunFolder,
  noteServer,
  releaseRunFolder,
} from '../../../../scripts/data-servers/processes/run-folder.ts';

describe('The folder of running servers', () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trellis-run-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const sleeper = async () => {
    const child = spawn('sleep', ['1000']);
    await once(child, 'spawn');
    return { child, pid: child.pid!, exited: once(child, 'exit') };
  };

  it('has the servers stopped that a killed owner left behind', async () => {
    const left = await sleeper();
    const runDir = await claimRunFolder(dataDir);
    await noteServer(runDir, { name: 'left', pid: left.pid, stopSignal: 'SIGTERM' });
    await releaseRunFolder(runDir);
    await writeFile(join(runDir, 'owner.json'), JSON.stringify({ pid: 1, born: 'another life' }));
    await claimRunFolder(dataDir);
    expect((await left.exited)[1]).to.equal('SIGTERM');
    expect(await readdir(runDir)).to.deep.equal(['owner.json']);
    await releaseRunFolder(runDir);
  });

  it('kills a leftover that does not listen', async function () {
    this.timeout(15_000);
    const child = spawn(process.execPath, [
      '-e',
      "process.on('SIGTERM', () => 0); setInterval(() => 0, 1000); console.log('up')",
    ]);
    await once(child.stdout, 'data');
    const exited = once(child, 'exit');
    const runDir = await claimRunFolder(dataDir);
    await noteServer(runDir, { name: 'deaf', pid: child.pid!, stopSignal: 'SIGTERM' });
    await releaseRunFolder(runDir);
    await claimRunFolder(dataDir, 100);
    expect((await exited)[1]).to.equal('SIGKILL');
    await releaseRunFolder(runDir);
  });

  it('spares a stranger who has got the number of an old server', async () => {
    const stranger = await sleeper();
    const runDir = await claimRunFolder(dataDir);
    const file = join(runDir, 'old.json');
    await writeFile(
      file,
      JSON.stringify({ name: 'old', pid: stranger.pid, born: 'long ago', stopSignal: 'SIGKILL' }),
    );
    await releaseRunFolder(runDir);
    await claimRunFolder(dataDir);
    expect(await bornOf(stranger.pid)).to.be.a('string');
    stranger.child.kill();
    await releaseRunFolder(runDir);
  });

  it('is refused while its owner lives', async () => {
    const runDir = await claimRunFolder(dataDir);
    const error = await claimRunFolder(dataDir).catch((each: Error) => each);
    expect(error)
      .to.be.an('error')
      .with.property('message')
      .that.includes(`in use by process ${process.pid}`);
    await releaseRunFolder(runDir);
    await releaseRunFolder(await claimRunFolder(dataDir));
  });
});
