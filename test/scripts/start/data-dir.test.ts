import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  dataKeysOf,
  openDataDir,
  readRunning,
  refuseWhileRunning,
  removeRunning,
  resetDataDir,
  sessionSecret,
  writeRunning,
} from '../../../scripts/start/data-dir.ts';
import { refusalOf } from './refusal-of.ts';

const servers = { mongodbUri: 'mongodb://127.0.0.1:1', redisUrl: 'redis://127.0.0.1:2', port: 8123 };

describe('The data folder', () => {
  let base = '';
  let dir = '';
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'trellis-data-dir-'));
    dir = join(base, 'deep/down');
  });
  afterEach(() => rm(base, { recursive: true, force: true }));

  it('is made where there is none', async () => {
    await openDataDir(dir);
    expect((await stat(dir)).isDirectory()).to.equal(true);
    await openDataDir(dir);
  });

  it('is refused where nothing can be written, with what to do', async () => {
    await writeFile(join(base, 'file'), '');
    for (const impossible of [join(base, 'file'), join(base, 'file/below')]) {
      const words = await refusalOf(() => openDataDir(impossible));
      expect(words).to.include(impossible).and.to.include('--data-dir');
    }
  });

  it('tells other commands what runs on it, and only its owner may read that', async () => {
    await openDataDir(dir);
    await writeRunning(dir, servers);
    expect(await readRunning(dir)).to.deep.include({ ...servers, pid: process.pid });
    expect((await stat(join(dir, 'running.json'))).mode & 0o777).to.equal(0o600);
    await removeRunning(dir);
    expect(await readRunning(dir)).to.equal(undefined);
  });

  it('keeps keys for what is sealed, made once and for its owner alone, where the environment names none', async () => {
    await openDataDir(dir);
    const { DATA_KEYS_FILE: path = '' } = await dataKeysOf(dir, {});
    const keys = await readFile(path, 'utf8');
    expect(keys).to.match(/^k1:\S{44}\nindex:\S{44}\n$/);
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
    await dataKeysOf(dir, {});
    expect(await readFile(path, 'utf8')).to.equal(keys);
    expect(await dataKeysOf(dir, { DATA_KEYS: 'k1:…' })).to.deep.equal({});
  });

  it('is refused to a second start, which hears where the first one answers', async () => {
    await openDataDir(dir);
    await writeRunning(dir, servers);
    const words = await refusalOf(() => refuseWhileRunning(dir));
    expect(words).to.include('http://localhost:8123').and.to.include(String(process.pid));
    expect(await refusalOf(() => resetDataDir(dir))).to.equal(words);
    expect(await readdir(dir)).to.include('running.json');
  });

  it('is free again after a Trellis was killed', async () => {
    await openDataDir(dir);
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
    await once(other, 'spawn');
    const { pid } = other;
    await writeRunning(dir, servers);
    const mine = JSON.parse(await readFile(join(dir, 'running.json'), 'utf8'));
    await writeFile(join(dir, 'running.json'), JSON.stringify({ ...mine, pid }));
    // Its number lives, but it is another process: the one that wrote the file was born at another time.
    expect(await readRunning(dir)).to.equal(undefined);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await readRunning(dir)).to.equal(undefined);
    await refuseWhileRunning(dir);
  });

  it('is free where what was written is not whole', async () => {
    await openDataDir(dir);
    for (const text of ['', '{"pid": 1', '[]', '{"pid": "1"}']) {
      await writeFile(join(dir, 'running.json'), text);
      expect(await readRunning(dir), text).to.equal(undefined);
    }
  });

  it('is emptied by --reset, and one that is not there is no mistake', async () => {
    await openDataDir(dir);
    await mkdir(join(dir, 'documentdb'));
    await resetDataDir(dir);
    expect(await readdir(join(base, 'deep'))).to.deep.equal([]);
    await resetDataDir(dir);
    await writeFile(join(base, 'file'), '');
    await resetDataDir(join(base, 'file/below'));
  });

  it('is left alone by --reset where it holds anything but data of Trellis', async () => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'thesis.odt'), 'ten years');
    expect(await refusalOf(() => resetDataDir(dir))).to.include(dir);
    expect(await readdir(dir)).to.deep.equal(['thesis.odt']);
  });

  it('keeps the secret of the sessions, for its owner alone', async () => {
    await openDataDir(dir);
    const secret = await sessionSecret(dir);
    expect(secret).to.have.length.of.at.least(32);
    expect(await sessionSecret(dir)).to.equal(secret);
    expect((await stat(join(dir, 'session-secret'))).mode & 0o777).to.equal(0o600);
  });

  it('gets another secret where writing the first was cut short', async () => {
    await openDataDir(dir);
    await writeFile(join(dir, 'session-secret'), 'short');
    expect(await sessionSecret(dir)).to.have.length.of.at.least(32);
  });
});
