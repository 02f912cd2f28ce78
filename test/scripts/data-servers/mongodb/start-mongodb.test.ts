import { chmod, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { startMongodb } from '../../../../scripts/data-servers/mongodb/start-mongodb.ts';
import { claimRunFolder, releaseRunFolder } from '../../../../scripts/data-servers/processes/run-folder.ts';
import { typescriptArguments } from '../../../../scripts/typescript/typescript-arguments.ts';

const fake = fileURLToPath(new URL('../support/fake-mongod.ts', import.meta.url));

describe('MongoDB', () => {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'trellis-mongod-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  /** A program that stands in for mongod. */
  const install = async (file: string) => {
    await mkdir(join(file, '..'), { recursive: true });
    await writeFile(
      file,
      `#!/bin/sh\nexec ${process.execPath} ${typescriptArguments.join(' ')} ${fake} "$@"\n`,
    );
    await chmod(file, 0o755);
  };
  const configuration = async (dataDir: string) =>
    JSON.parse(await readFile(join(dataDir, 'mongod', 'config.json'), 'utf8'));

  const start = async (env: NodeJS.ProcessEnv, mongodbPort?: number) => {
    const dataDir = join(home, 'data');
    await mkdir(dataDir, { recursive: true });
    const runDir = await claimRunFolder(dataDir);
    const context = {
      dataDir,
      runDir,
      cacheDir: join(home, 'cache'),
      env,
      onStep: () => undefined,
      durability: 'off' as const,
    };
    const started = await startMongodb({ ...context, ...(mongodbPort ? { mongodbPort } : {}) });
    const config = await configuration(dataDir);
    for (const server of started.servers) await server.stop();
    await releaseRunFolder(runDir);
    return { ...started, config };
  };

  it('is the mongod on the PATH, made a replica set of one, and told its new port at the next start', async function () {
    this.timeout(20_000);
    await install(join(home, 'bin', 'mongod'));
    const env = { PATH: `${join(home, 'bin')}:/usr/bin:/bin` };
    const first = await start(env);
    expect(first.kind).to.equal('mongod');
    expect(first.config).to.deep.include({ _id: 'trellis', version: 1 });
    expect(first.uri).to.equal(`mongodb://${first.config.members[0].host}/?directConnection=true`);
    const second = await start(env);
    expect(second.config.version).to.equal(2);
    expect(second.uri).to.equal(`mongodb://${second.config.members[0].host}/?directConnection=true`);
  });

  it('is the official mongod from the cache when none is on the PATH', async function () {
    this.timeout(20_000);
    const { DryMongoBinary } = await import('mongodb-memory-server-core/lib/util/DryMongoBinary.js');
    const { MONGOD_VERSION } = await import('../../../../scripts/data-servers/mongodb/fetch-mongod.ts');
    const options = await DryMongoBinary.generateOptions({
      version: MONGOD_VERSION,
      downloadDir: join(home, 'cache', 'mongod'),
    });
    const file = join(home, 'cache', 'mongod', await DryMongoBinary.getBinaryName(options));
    await install(file);
    // The library takes a file for a broken download that is small or lacks its checksum; a shell does not read past "exec".
    await truncate(file, 64 * 1024 * 1024);
    await writeFile(`${file}.md5`, '');
    expect((await start({ PATH: '/nowhere', TRELLIS_OFFLINE: '1' })).kind).to.equal('downloaded');
  });

  it('cannot be fetched where the outside world is closed, and says so soon', async () => {
    const { fetchMongod } = await import('../../../../scripts/data-servers/mongodb/fetch-mongod.ts');
    const context = {
      dataDir: home,
      runDir: home,
      cacheDir: home,
      onStep: () => undefined,
      durability: 'off' as const,
    };
    const env = { MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:1/' };
    const began = Date.now();
    const { file, reason } = await fetchMongod({ ...context, env });
    expect(file).to.equal(null);
    expect(reason).to.include('ECONNREFUSED');
    expect(Date.now() - began).to.be.lessThan(4000);
  });
});
