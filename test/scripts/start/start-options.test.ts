import { expect } from 'chai';
import { readStartOptions, START_HELP } from '../../../scripts/start/start-options.ts';
import { refusalOf } from './refusal-of.ts';

const read = (args: string[], env: NodeJS.ProcessEnv = {}) => readStartOptions(args, '/code', env);

describe('The options of npm start', () => {
  it('are, without any, port 8080, the folder beside the code, the demo, and what is there is kept', () => {
    expect(read([])).to.deep.equal({ port: 8080, dataDir: '/code/.trellis', demo: true, reset: false });
  });

  it('are read from flags', () => {
    expect(read(['--port', '9000', '--data-dir', '/data', '--no-demo', '--reset'])).to.deep.equal({
      port: 9000,
      dataDir: '/data',
      demo: false,
      reset: true,
    });
  });

  it('take the port of the environment, unless a flag names another', () => {
    expect(read([], { PORT: '9001' })).to.include({ port: 9001 });
    expect(read(['--port', '9002'], { PORT: '9001' })).to.include({ port: 9002 });
    expect(read([], { PORT: '' })).to.include({ port: 8080 });
  });

  it('make a data folder that is named from here a whole path', () => {
    expect(read(['--data-dir', 'here'])).to.include({ dataDir: `${process.cwd()}/here` });
  });

  it('show the help', () => {
    expect(read(['--help'])).to.equal('help');
    expect(read(['-h', '--port', 'nonsense'])).to.equal('help');
  });

  for (const port of ['0', '65536', '-1', '80.5', '1e3', 'web', '']) {
    it(`refuse "${port}" as a port`, async () => {
      const words = await refusalOf(() => read([`--port=${port}`]));
      expect(words).to.equal(`--port ${port} is not a port: give a number from 1 to 65535.`);
    });
  }

  it('say where a wrong port comes from', async () => {
    expect(await refusalOf(() => read([], { PORT: 'web' }))).to.match(/^PORT=web is not a port/);
  });

  it('refuse a flag that is not known, with the help', async () => {
    const words = await refusalOf(() => read(['--prot', '80']));
    expect(words).to.include('--prot').and.to.include(START_HELP);
  });
});
