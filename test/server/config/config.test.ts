import { expect } from 'chai';
import { readConfig } from '../../../server/config.ts';

const ENOUGH = { MONGODB_URI: 'mongodb://127.0.0.1:27017', REDIS_URL: 'redis://127.0.0.1:6379' };
const DATA_KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')},index:${Buffer.alloc(32, 2).toString('base64')}`;
const read = (more: Record<string, string> = {}) => readConfig({ ...ENOUGH, ...more });
const refusal = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
};

/** A wrong value of each variable that has wrong ones, and what is said of it. */
const WRONG: [name: string, value: string, words: string][] = [
  ['NODE_ENV', 'prod', 'development, test or production'],
  ['PORT', 'web', 'a whole number from 0 to 65535'],
  ['PORT', '65536', 'a whole number from 0 to 65535'],
  ['PORT', '80.5', 'a whole number from 0 to 65535'],
  ['MONGODB_URI', 'localhost:27017', 'an address such as mongodb://host:27017'],
  ['MONGODB_DATABASE', 'my trellis', 'a name of at most 60 characters'],
  ['MONGODB_DATABASE', 'a/b', 'a name of at most 60 characters'],
  ['REDIS_URL', 'http://localhost', 'an address such as redis://host:6379'],
  ['SESSION_SECRET', 'short', 'at least 32 characters'],
  ['PUBLIC_URL', 'trellis.example.org', 'an address such as https://trellis.example.org'],
  ['PUBLIC_URL', 'ftp://trellis.example.org', 'an address such as https://trellis.example.org'],
  ['TRUST_PROXY', 'true', 'a whole number from 0 to 10'],
  ['TRUST_PROXY', '-1', 'a whole number from 0 to 10'],
  ['TILE_URL', 'https://tiles.example.org', 'an address such as https://tiles.example.org/{z}/{x}/{y}.png'],
  ['UPLOAD_LIMIT_MB', 'much', 'a number of megabytes'],
  ['UPLOAD_LIMIT_MB', '0', 'a number of megabytes above 0'],
  ['DEMO', 'yes', '0 or 1'],
  ['LOG_LEVEL', 'loud', 'fatal, error, warn, info, debug or silent'],
  ['WORKER_CONCURRENCY', '0', 'a whole number from 1 to 32'],
  ['GAP_RANGE_AREAS', '3', 'a whole number from 4 to 1000000'],
  ['JOB_LOCK_MS', '5', 'a whole number from 200 to 3600000'],
];

describe('The configuration', () => {
  it('needs the two data servers and nothing else', () => {
    const config = read();
    expect(config).to.deep.include({
      port: 8080,
      host: '127.0.0.1',
      production: false,
      demo: false,
      trustProxy: 0,
    });
    expect(config).to.deep.include({ tiles: null, secureCookies: false });
    expect(config.workers).to.deep.equal({
      concurrency: 2,
      lockMs: 30_000,
      rangeAreas: 8192,
      healthFile: undefined,
    });
  });

  it('names everything that is missing at once', () => {
    const words = refusal({});
    expect(words).to.include('MONGODB_URI is not set: give an address such as mongodb://host:27017.');
    expect(words).to.include('REDIS_URL is not set: give an address such as redis://host:6379.');
  });

  for (const [name, value, words] of WRONG) {
    it(`refuses ${name}=${value} with a sentence`, () => {
      const said = refusal({ ...ENOUGH, [name]: value });
      expect(said).to.include(`${name} is not right: give ${words}`);
      expect(said.split('\n')).to.have.length(2);
    });
  }

  it('never repeats a wrong value: it may be a secret', () => {
    const said = refusal({ ...ENOUGH, SESSION_SECRET: 'my-secret', MONGODB_URI: 'user:password@host' });
    expect(said).to.not.include('my-secret').and.to.not.include('password');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(read({ PORT: '', TILE_URL: '', DEMO: '', PUBLIC_URL: '' })).to.deep.equal(read());
    expect(refusal({ ...ENOUGH, REDIS_URL: '' })).to.include('REDIS_URL is not set');
  });

  it('refuses production without a secret for the sessions', () => {
    for (const more of [{}, { SESSION_SECRET: '' }]) {
      expect(refusal({ ...ENOUGH, NODE_ENV: 'production', DATA_KEYS, ...more })).to.include(
        'SESSION_SECRET is not set',
      );
    }
    const whole = { NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32), DATA_KEYS };
    expect(read(whole)).to.include({ production: true });
  });

  it('refuses production without keys for what is sealed, and never takes those that everybody knows', () => {
    const production = { ...ENOUGH, NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32) };
    for (const more of [{}, { DATA_KEYS: '' }]) {
      expect(refusal({ ...production, ...more })).to.include('DATA_KEYS is not set');
    }
  });

  it('has a development secret that a cookie can be signed with, and never takes it in production', () => {
    expect(read().sessionSecret).to.have.length.of.at.least(32);
  });

  it('makes cookies secure where people come over https', () => {
    expect(read({ PUBLIC_URL: 'https://trellis.example.org' }).secureCookies).to.equal(true);
    expect(read({ PUBLIC_URL: 'http://trellis.example.org' }).secureCookies).to.equal(false);
  });

  it('reads flags, tiles and limits', () => {
    const config = read({ DEMO: '1', TILE_URL: 'https://t.example/{z}/{x}/{y}.png', UPLOAD_LIMIT_MB: '1.5' });
    expect(config.demo).to.equal(true);
    expect(config.tiles).to.include({ url: 'https://t.example/{z}/{x}/{y}.png' });
    expect(config.uploads.limitBytes).to.equal(1.5 * 1024 * 1024);
  });
});
