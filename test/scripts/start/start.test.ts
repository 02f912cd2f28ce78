import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import request from 'supertest';
import { freePort } from '../../../scripts/data-servers/processes/free-port.ts';
import { DEMO_PASSWORD } from '../../../server/accounts/demo-accounts.ts';
import { type Agent, signInWith } from '../../support/app.ts';
import { documentDbOrSkip } from '../data-servers/support/documentdb.ts';
import { type Descendant, processTree, untilGone } from './process-tree.ts';
import { type RunningTrellis, startTrellis } from './running-trellis.ts';

describe('npm start', function () {
  this.timeout(120_000);
  documentDbOrSkip();
  let dataDir = '';
  let port = 0;
  const running: RunningTrellis[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trellis-start-'));
    port = await freePort();
  });
  afterEach(async () => {
    for (const trellis of running.splice(0)) {
      const processes = await processTree(trellis.pid);
      if (processes.length > 0) trellis.signal('SIGTERM');
      await untilGone(processes);
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  function start(): RunningTrellis {
    const trellis = startTrellis(['--port', String(port), '--data-dir', dataDir]);
    running.push(trellis);
    return trellis;
  }
  const visitor = (): Agent => request.agent(`http://localhost:${port}`);
  const administrator = () => signInWith(visitor(), 'administrator@demo.example', DEMO_PASSWORD);

  it('goes from an empty folder to the demo, keeps what is changed, and says what to do when a part dies', async () => {
    const first = start();
    await first.saying(/Trellis is ready after .*http:\/\/localhost:\d+/);
    await first.saying(/Stop: Ctrl-C/);
    expect(first.said()).to.include(DEMO_PASSWORD).and.to.include(`http://localhost:${port}`);
    await showsThePages(visitor());
    await renameRosa(await administrator(), 'Rosa the First');
    const processes = await processTree(first.pid);
    expect(programs(processes)).to.include.members([
      'server/main.ts',
      'workers/main.ts',
      'redis',
      'postgres',
    ]);
    first.signal('SIGINT');
    expect(await first.ended).to.equal(0);
    expect(first.said()).to.include('Your data is kept');
    await untilGone(processes);
    expect(await readdir(join(dataDir, 'run'))).to.deep.equal([]);
    expect(await readdir(dataDir)).to.not.include('running.json');

    const second = start();
    await second.saying(/Trellis is ready/);
    expect(second.said()).to.not.include('Loading the demo');
    expect((await findRosa(await administrator())).name).to.equal('Rosa the First');
    const others = await processTree(second.pid);
    const worker = others.find(({ command }) => command.includes('workers/main.ts'));
    process.kill(worker?.pid ?? 0, 'SIGKILL');
    expect(await second.ended).to.equal(1);
    expect(second.said()).to.match(
      /The worker ended unexpectedly \(SIGKILL\)\. Start again with "npm start"/,
    );
    await untilGone(others);
  });

  it('leaves nothing behind when it is stopped before it is ready', async () => {
    const trellis = start();
    await trellis.saying(/Starting the data servers/);
    const processes = await processTree(trellis.pid);
    trellis.signal('SIGTERM');
    expect(await trellis.ended).to.equal(0);
    await untilGone(processes);
    expect(await readdir(dataDir)).to.not.include('running.json');
  });

  it('refuses a folder that cannot be used in one sentence, without a stack', async () => {
    const trellis = startTrellis(['--port', String(port), '--data-dir', '/etc/passwd']);
    expect(await trellis.ended).to.equal(1);
    expect(trellis.said()).to.include('/etc/passwd cannot be used').and.to.not.include('    at ');
  });
});

async function showsThePages(agent: Agent): Promise<void> {
  const page = await agent.get('/').set('Accept', 'text/html').expect(200);
  expect(page.text).to.include('<title>').and.to.include('<script');
  await agent.get('/api/v1/health/ready').expect(200);
  const { body } = await agent.get('/api/v1/config').expect(200);
  expect(body).to.include({ demo: true });
  expect(body.district).to.include({ demo: true });
}

async function findRosa(agent: Agent): Promise<{ id: string; name: string }> {
  const { body } = await agent.get('/api/v1/accounts').expect(200);
  return body.items.find(({ email }: { email: string }) => email === 'coordinator@demo.example');
}

async function renameRosa(agent: Agent, name: string): Promise<void> {
  const { id } = await findRosa(agent);
  await agent.patch(`/api/v1/accounts/${id}`).send({ name }).expect(200);
}

/** Which of the parts are among these processes. */
function programs(processes: readonly Descendant[]): string[] {
  const parts = { 'server/main.ts': /server\/main\.ts/, 'workers/main.ts': /workers\/main\.ts/ };
  const servers = { redis: /redis-server|valkey-server/, postgres: /postgres|mongod/ };
  return Object.entries({ ...parts, ...servers }).flatMap(([name, words]) =>
    processes.some(({ command }) => words.test(command)) ? [name] : [],
  );
}
