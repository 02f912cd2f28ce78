import { connect } from 'node:net';
import { expect } from 'chai';
import { z } from 'zod';
import { route } from '../../server/http/route.ts';
import { testApp } from '../support/app.ts';

const routes = [
  route({
    method: 'get',
    path: '/find',
    action: 'settings.read',
    query: z.object({ q: z.string() }),
    returns: z.unknown(),
    handle: ({ query }) => query,
  }),
  route({
    method: 'post',
    path: '/echo',
    action: 'settings.read',
    body: z.strictObject({ text: z.string() }),
    returns: z.unknown(),
    handle: ({ body }) => ({ ...body, polluted: (body as { role?: string }).role ?? null }),
  }),
  route({
    method: 'delete',
    path: '/echo',
    action: 'settings.read',
    returns: z.unknown(),
    handle: () => ({ gone: true }),
  }),
];

describe('Odd requests', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ routes });
  });
  after(() => at.close());

  const echo = () => at.visitor().post('/api/v1/echo').type('json');

  it('that say one thing twice are refused, not half understood', async () => {
    const reply = await at.visitor().get('/api/v1/find?q=a&q=b').expect(400);
    expect(reply.body.errors[0].path).to.equal('q');
    await at.visitor().get('/api/v1/find?q=a&q%5B%5D=b').expect(200, { q: 'a' });
  });

  it('are decoded once', async () => {
    await at.visitor().get('/api/v1/find?q=%2541%252e').expect(200, { q: '%41%2e' });
    await at.visitor().get('/api/v1/%2566ind?q=a').expect(404);
  });

  it('cannot say in the address or in a header what belongs into the body', async () => {
    await at.visitor().post('/api/v1/echo?text=x').set('text', 'x').expect(400);
  });

  for (const body of [
    '{"text":"x","__proto__":{"role":"administrator"}}',
    '{"text":"x","constructor":{"prototype":{"role":"administrator"}}}',
    '{"__proto__":{"text":"x"}}',
  ]) {
    it(`cannot write into what all objects share: ${body}`, async () => {
      await echo().send(body).expect(400);
      expect({}).not.to.have.property('role');
      await echo().send('{"text":"x"}').expect(200, { text: 'x', polluted: null });
    });
  }

  it('cannot put another method in the place of the one that was sent', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])
      await echo().set(name, 'DELETE').query({ _method: 'DELETE' }).send({ text: 'x' }).expect(200, {
        text: 'x',
        polluted: null,
      });
  });

  it('are not read back: TRACE is no method here', async () => {
    const reply = await raw('TRACE /api/v1/find HTTP/1.1\r\nHost: x\r\nCookie: secret=1\r\n\r\n');
    expect(reply).to.match(/^HTTP\/1\.1 404 /);
    expect(reply).not.to.include('secret');
  });

  for (const [what, head] of [
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['chunks under a name that is none', 'Transfer-Encoding: xchunked'],
    ['a header that goes on in the next line', 'X-A: 1\r\n b\r\nTransfer-Encoding : chunked'],
    ['a line end within a header', 'X-A: 1\rX-B: 2'],
  ] as const) {
    it(`with ${what} end the connection, so that nothing is smuggled behind them`, async () => {
      const smuggled = 'GET /api/v1/find?q=smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
      const reply = await raw(`POST /api/v1/echo HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n0\r\n\r\n${smuggled}`);
      expect(reply).to.match(/^HTTP\/1\.1 400 /);
      expect(reply).not.to.include('smuggled');
    });
  }

  /** All that comes back for these bytes until the server ends the connection. */
  function raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(at.url).port), '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
        if (bytes.startsWith('TRACE')) socket.end();
      });
      socket.on('close', () => resolve(text)).on('error', reject);
      socket.write(bytes);
    });
  }
});
