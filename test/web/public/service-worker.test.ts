import { readFile } from 'node:fs/promises';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';

const ORIGIN = 'https://trellis.example.org';

interface Asked {
  url: string;
  method?: string;
  mode?: string;
}

/** The service worker with a network that answers everything and a cache that is a list of addresses. */
async function serviceWorker() {
  const source = await readFile(new URL('../../../web/public/service-worker.js', import.meta.url), 'utf8');
  const hears = new Map<string, (event: object) => void>();
  const kept = new Map<string, object>();
  const cache = {
    match: async (key: Asked | string) => kept.get(typeof key === 'string' ? key : key.url),
    put: async (key: string, reply: object) => void kept.set(key, reply),
    delete: async (key: string) => kept.delete(key),
    keys: async () => [...kept.keys()],
  };
  const reply = { ok: true, clone: () => ({}) };
  runInNewContext(source, {
    URL,
    location: { origin: ORIGIN },
    caches: { open: async () => cache },
    fetch: async () => reply,
    addEventListener: (name: string, listener: (event: object) => void) => hears.set(name, listener),
  });
  /** Asks for something; what is kept afterwards. */
  async function ask(asked: Asked): Promise<string[]> {
    let answer: Promise<unknown> | undefined;
    const request = { method: 'GET', mode: 'cors', ...asked };
    hears.get('fetch')?.({ request, respondWith: (given: Promise<unknown>) => (answer = given) });
    await answer;
    return [...kept.keys()];
  }
  return { ask };
}

describe('What the browser keeps for times without a network', () => {
  const id = '0b7e5d0c-2f5e-4d58-9d5c-3c1b1f0b7a11';

  for (const path of [
    '/session',
    '/students?q=delgado',
    `/students/${id}`,
    `/students/${id}/matches`,
    `/schools/${id}/needs`,
    '/accounts',
    `/imports/${id}/report`,
    '/match-runs',
    `/gap-runs/${id}/result`,
    '/session/../students',
    `/offers/..%2fstudents`,
    '/offers?school=s&approved=1',
    '/offers/map?approved=1&school=s',
  ]) {
    it(`is nothing of ${path}`, async () => {
      const { ask } = await serviceWorker();
      expect(await ask({ url: `${ORIGIN}/api/v1${path}` })).to.deep.equal([]);
    });
  }

  it('is nothing of other sites, and nothing that was sent', async () => {
    const { ask } = await serviceWorker();
    expect(await ask({ url: 'https://tiles.example.org/api/v1/offers' })).to.deep.equal([]);
    expect(await ask({ url: `${ORIGIN}/api/v1/offers`, method: 'POST' })).to.deep.equal([]);
  });

  it('is the public directory, and one empty page for every address', async () => {
    const { ask } = await serviceWorker();
    await ask({ url: `${ORIGIN}/students/${id}?q=secret`, mode: 'navigate' });
    await ask({ url: `${ORIGIN}/api/v1/services/${id}` });
    expect(await ask({ url: `${ORIGIN}/api/v1/offers?q=glasses` })).to.deep.equal([
      '/',
      `${ORIGIN}/api/v1/services/${id}`,
      `${ORIGIN}/api/v1/offers?q=glasses`,
    ]);
  });

  it('is no file or list that somebody opens in the browser: the page that is kept stays the page', async () => {
    const { ask } = await serviceWorker();
    for (const path of [
      '/hsds',
      '/hsds/services?format=ndjson',
      '/api/v1/schools',
      '/embed?terms=food-pantry',
    ])
      expect(await ask({ url: `${ORIGIN}${path}`, mode: 'navigate' })).to.not.include('/');
    expect(await ask({ url: `${ORIGIN}/hsds-news`, mode: 'navigate' })).to.include('/');
  });
});
