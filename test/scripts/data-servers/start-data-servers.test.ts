import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { bornOf } from '../../../scripts/data-servers/processes/process-identity.ts';
import { defaultCacheDir, startDataServers } from '../../../scripts/data-servers/start-data-servers.ts';
import { typescriptArguments } from '../../../scripts/typescript/typescript-arguments.ts';
import { documentDbOrSkip } from './support/documentdb.ts';

const main = fileURLToPath(new URL('../../../scripts/data-servers/main.ts', import.meta.url));

/** The real environment without what would name given servers. */
function environment(): NodeJS.ProcessEnv {
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...env } = process.env;
  return { ...env, TRELLIS_OFFLINE: '1' };
}

describe('The data servers', () => {
  let dataDir = '';
  const cacheDir = defaultCacheDir(process.env);
  documentDbOrSkip();
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'trellis-servers-'));
  });
  after(() => rm(dataDir, { recursive: true, force: true }));

  const start = () => startDataServers({ dataDir, cacheDir, env: environment(), durability: 'off' });

  const pids = async (): Promise<number[]> => {
    const files = (await readdir(join(dataDir, 'run'))).filter((file) => file !== 'owner.json');
    return Promise.all(
      files.map(async (file) => JSON.parse(await readFile(join(dataDir, 'run', file), 'utf8')).pid),
    );
  };
  const allGone = async (numbers: readonly number[]): Promise<void> => {
    while ((await Promise.all(numbers.map(bornOf))).some((born) => born !== null));
  };

  it('are those that the environment names, when it names them', async () => {
    const env = { MONGODB_URI: 'mongodb://db.example', REDIS_URL: 'redis://queue.example' };
    const servers = await startDataServers({ dataDir, cacheDir, env });
    expect(servers).to.include({
      mongodbUri: env.MONGODB_URI,
      mongodbKind: 'given',
      redisUrl: env.REDIS_URL,
      redisKind: 'given',
    });
    await servers.stop();
  });

  it('start, keep what they were given over a restart, and stop', async () => {
    const first = await start();
    const client = await new MongoClient(first.mongodbUri).connect();
    await client.db('kept').collection<{ _id: number }>('things').insertOne({ _id: 1 });
    await client.close();
    const redis = new Redis(first.redisUrl);
    await redis.set('kept', 'yes');
    expect((await redis.config('GET', 'maxmemory-policy')) as string[]).to.include('noeviction');
    redis.disconnect();
    const numbers = await pids();
    expect(numbers).to.have.length.greaterThan(1);
    await first.stop();
    await allGone(numbers);

    const second = await start();
    try {
      const again = await new MongoClient(second.mongodbUri).connect();
      expect(await again.db('kept').collection('things').countDocuments()).to.equal(1);
      await again.close();
      const other = new Redis(second.redisUrl);
      expect(await other.get('kept')).to.equal('yes');
      other.disconnect();
    } finally {
      await second.stop();
    }
  });

  it('refuse a second start on the same data, and tell when one of them is killed', async () => {
    const servers = await start();
    try {
      const refused = await start().catch((error: Error) => error);
      expect(refused).to.be.an('error').with.property('message').that.includes('in use');
      const told = new Promise<string>((resolve) => {
        servers.onExit((what, detail) => resolve(`${what}: ${detail}`));
      });
      const { pid } = JSON.parse(await readFile(join(dataDir, 'run', 'redis.json'), 'utf8'));
      process.kill(pid, 'SIGKILL');
      expect(await told).to.equal('redis: redis ended by SIGKILL');
    } finally {
      await servers.stop();
    }
  });

  const startMain = async (): Promise<ChildProcess> => {
    const args = [...typescriptArguments, main, '--data-dir', dataDir, '--durability', 'off'];
    const child = spawn(process.execPath, args, { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout! }))
      if (line.startsWith('REDIS_URL=')) break;
    return child;
  };

  it('stop by themselves when their parent is killed, and can be started again', async () => {
    const parent = await startMain();
    const numbers = await pids();
    expect(numbers).to.have.length.greaterThan(1);
    parent.kill('SIGKILL');
    await allGone(numbers);
    await (await start()).stop();
  });

  it('stop in order when their parent is asked to', async () => {
    const parent = await startMain();
    const numbers = await pids();
    const exited = once(parent, 'exit');
    parent.kill('SIGTERM');
    expect((await exited)[0]).to.equal(0);
    await allGone(numbers);
    expect(await readdir(join(dataDir, 'run'))).to.deep.equal([]);
  });
});
