import { readFile } from 'node:fs/promises';
import { expect } from 'chai';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('What is deployed', () => {
  it('is copied folder by folder: neither history, nor tests, nor data, nor keys', async () => {
    const copies = (await read('Dockerfile')).split('\n').filter((line) => /^(COPY|ADD) /.test(line));
    const sources = copies.flatMap((line) =>
      line
        .split(' ')
        .filter((word) => !/^(COPY|--from)/.test(word))
        .slice(0, -1),
    );
    expect(sources).to.include('server');
    for (const source of sources) expect(source).not.to.match(/^\.?\/?$|\*|\.git|\.trellis|^test|docs/);
    const ignored = (await read('.dockerignore')).split('\n');
    expect(ignored).to.include.members(['.git', '.trellis', 'test']);
  });

  it('runs without rights of its own, without what is needed only to build, and as production', async () => {
    const text = await read('Dockerfile');
    const [, running = ''] = text.split(/^FROM \S+$/m).slice(-2);
    expect(running).to.match(/^USER node$/m);
    expect(running).to.match(/^ENV NODE_ENV=production /m);
    expect(text).to.include('npm prune --omit=dev');
  });

  it('has no secret in it and does not start without them', async () => {
    const compose = await read('compose.yaml');
    for (const name of ['SESSION_SECRET', 'DATA_KEYS'])
      expect(compose).to.match(new RegExp(`${name}: \\$\\{${name}:\\?`));
    expect(compose).not.to.match(/DEMO: /);
  });

  it('opens no data server to the outside', async () => {
    const services = (await read('compose.yaml')).split(/^ {2}(?=\w+:$)/m);
    const open = services.filter((text) => /^ {4}ports:/m.test(text)).map((text) => text.split(':')[0]);
    expect(open).to.deep.equal(['api']);
  });
});

describe('Every package', () => {
  interface Locked {
    integrity?: string;
    resolved?: string;
    link?: boolean;
  }

  it('is locked to what was looked at, by its hash, and comes from the registry', async () => {
    const { packages } = JSON.parse(await read('package-lock.json')) as { packages: Record<string, Locked> };
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    expect(installed).to.have.length.above(100);
    const loose = installed.filter(
      ([, { integrity, resolved, link }]) =>
        link || !integrity?.startsWith('sha512-') || /^(git|file|http:)/.test(resolved ?? ''),
    );
    expect(loose.map(([path]) => path)).to.deep.equal([]);
  });

  it('that we ask for ourselves has its reason in docs/dependencies.md', async () => {
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    const reasons = await read('docs/dependencies.md');
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !name.startsWith('@types/'),
    );
    expect(named.filter((name) => !reasons.includes(name))).to.deep.equal([]);
  });
});
