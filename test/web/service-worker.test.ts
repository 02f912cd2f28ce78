import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';

const SCRIPT = readFileSync(new URL('../../web/public/service-worker.js', import.meta.url), 'utf8');
const PAGE = 'https://trellis.example/api/v1/locations/quiet';

/** The service worker in a browser of a few lines: one cache, and a network that answers with `status`. */
function startWorker() {
  const kept = new Map<string, Response>();
  const cache = {
    put: async (key: string, reply: Response) => void kept.set(key, reply),
    delete: async (key: string) => kept.delete(key),
    match: async (key: string) => kept.get(key)?.clone(),
    keys: async () => [...kept.keys()],
  };
  const listeners = new Map<string, (event: object) => void>();
  const network: { status: number | 'offline' } = { status: 200 };
  runInNewContext(SCRIPT, {
    URL,
    location: { origin: 'https://trellis.example' },
    caches: { open: async () => cache, keys: async () => [] },
    addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    fetch: async () => {
      if (network.status === 'offline') throw new TypeError('no network');
      return new Response('a page', { status: network.status });
    },
  });
  async function ask(status: number | 'offline'): Promise<number | 'nothing'> {
    network.status = status;
    let reply: Promise<Response> | undefined;
    const respondWith = (answer: Promise<Response>) => {
      reply = answer;
    };
    listeners.get('fetch')!({ request: { method: 'GET', url: PAGE, mode: 'cors' }, respondWith });
    return reply!.then(
      (answer) => answer.status,
      () => 'nothing',
    );
  }
  return { ask };
}

describe('What a browser keeps to read offline', () => {
  it('is what was seen', async () => {
    const { ask } = startWorker();
    expect(await ask(200)).to.equal(200);
    expect(await ask('offline')).to.equal(200);
  });

  it('stays when the server has a bad moment', async () => {
    const { ask } = startWorker();
    await ask(200);
    await ask(503);
    expect(await ask('offline')).to.equal(200);
  });

  it('goes when the page is gone, as it is when a place becomes confidential', async () => {
    const { ask } = startWorker();
    await ask(200);
    expect(await ask(404)).to.equal(404);
    expect(await ask('offline')).to.equal('nothing');
  });
});
