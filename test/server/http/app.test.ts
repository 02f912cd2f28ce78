import { expect } from 'chai';
import { z } from 'zod';
import { AppError } from '../../../server/http/app-error.ts';
import { type Route, route } from '../../../server/http/route.ts';
import { type Agent, testApp } from '../../support/app.ts';

const routes: Route[] = [
  route({
    method: 'get',
    path: '/breaks',
    action: 'settings.read',
    returns: z.unknown(),
    handle: () => {
      throw new Error('a secret of the inside');
    },
  }),
  route({
    method: 'get',
    path: '/refuses',
    action: 'settings.read',
    returns: z.unknown(),
    handle: () => {
      throw new AppError(409, 'too-late', 'Somebody was faster.');
    },
  }),
  route({
    method: 'post',
    path: '/echo',
    action: 'settings.read',
    query: z.strictObject({ q: z.string().optional() }),
    body: z.strictObject({ text: z.string() }),
    returns: z.unknown(),
    handle: ({ body }) => body,
  }),
  route({
    method: 'get',
    path: '/who',
    action: 'own-account.read',
    returns: z.unknown(),
    handle: ({ account }) => account?.email,
  }),
  route({
    method: 'post',
    path: '/leaders-only/:id',
    action: 'district-rules.change',
    params: z.object({ id: z.literal('known') }),
    body: z.strictObject({ text: z.string() }),
    returns: z.unknown(),
    handle: ({ body }) => body,
  }),
  route({ method: 'get', path: '/forgotten', returns: z.unknown(), handle: () => 'open by mistake' }),
  route({
    method: 'get',
    path: '/stream',
    action: 'settings.read',
    returns: z.unknown(),
    handle: ({ res }) => {
      res.type('text/event-stream').write(`data: ${'x'.repeat(5000)}\n\n`);
      res.end();
    },
  }),
  route({
    method: 'get',
    path: '/of/:id',
    action: 'settings.read',
    returns: z.unknown(),
    handle: () => ({}),
  }),
  route({
    method: 'get',
    path: '/long',
    action: 'settings.read',
    returns: z.unknown(),
    handle: () => ({ text: 'x'.repeat(5000) }),
  }),
];

describe('The app', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ routes });
  });
  after(() => at.close());

  const get = (path: string) => at.visitor().get(`/api/v1${path}`);
  const echo = () => at.visitor().post('/api/v1/echo');

  it('answers refusals as problems', async () => {
    const reply = await get('/refuses').expect(409);
    expect(reply.type).to.equal('application/problem+json');
    expect(reply.body).to.deep.equal({
      type: 'urn:trellis:problem:too-late',
      title: 'Conflict',
      status: 409,
      code: 'too-late',
      detail: 'Somebody was faster.',
    });
  });

  it('tells nothing of the inside when something breaks', async () => {
    const reply = await get('/breaks').expect(500);
    expect(reply.body.code).to.equal('unexpected');
    expect(reply.text).not.to.match(/secret|\.ts|at .*\(/);
  });

  it('answers unknown addresses of the API with a problem', async () => {
    for (const path of ['/nothing', '/echo/more', '/']) {
      expect((await get(path).expect(404)).body.code).to.equal('not-found');
    }
  });

  it('closes a route that does not say who may use it, to administrators too', async () => {
    await get('/forgotten').expect(403);
    await (await at.signIn('administrator')).get('/api/v1/forgotten').expect(403);
  });

  it('asks the public to sign in where that is needed', async () => {
    expect((await get('/who').expect(401)).body.code).to.equal('sign-in-needed');
    await (await at.signIn('family')).get('/api/v1/who').expect(200);
  });

  it('refuses who may never do it before it looks at the address or the body', async () => {
    const asked = [
      (agent: Agent) => agent.post('/api/v1/leaders-only/unknown').send({ text: 'x' }),
      (agent: Agent) => agent.post('/api/v1/leaders-only/known').type('json').send('{"text": '),
    ];
    const [leader, staff] = await Promise.all([at.signIn('district-leader'), at.signIn('staff')]);
    for (const ask of asked) {
      await ask(leader).expect(400);
      await ask(staff).expect(403);
      await ask(at.visitor()).expect(401);
    }
  });

  it('answers 4xx problems to bodies that cannot be read', async () => {
    const json = () => echo().set('Content-Type', 'application/json');
    const asked: [string, Promise<{ status: number; body: { code: string }; text: string }>][] = [
      ['400 unreadable', json().send('{"text": ')],
      ['413 too-large', json().send(JSON.stringify({ text: 'x'.repeat(2_000_000) }))],
      ['400 invalid-input', json().send({ text: { $gt: '' } })],
      ['400 invalid-input', json().send({ text: 'x', $where: '1' })],
      ['415 not-json', echo().type('form').send('text=x')],
      ['400 invalid-input', echo()],
      ['415 unreadable', echo().set('Content-Type', 'application/json; charset=nonsense').send('{}')],
    ];
    for (const [expected, asking] of asked) {
      const reply = await asking;
      expect(`${reply.status} ${reply.body.code}`).to.equal(expected);
      expect(reply.text).not.to.match(/\.js|\.ts|node_modules/);
    }
  });

  it('answers a 400 problem to an address that is no text', async () => {
    expect((await get('/of/%E0%A4%A').expect(400)).body.code).to.equal('unreadable');
  });

  it('makes no objects of query brackets', async () => {
    const reply = await echo().query('q[$ne]=x').send({ text: 'x' }).expect(400);
    expect(reply.body.errors[0].message).to.include('q[$ne]');
  });

  it('names each request and sends the security headers with every answer', async () => {
    const [one, other] = [await get('/long'), await get('/nothing')];
    expect(one.headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/);
    expect(one.headers['x-request-id']).not.to.equal(other.headers['x-request-id']);
    for (const { headers } of [one, other]) {
      expect(headers['content-security-policy']).to.include("script-src 'self'");
      expect(headers).not.to.have.property('x-powered-by');
    }
  });

  it('compresses answers, but not streams of events', async () => {
    expect((await get('/long')).headers['content-encoding']).to.match(/gzip|br/);
    expect((await get('/stream')).headers).not.to.have.property('content-encoding');
  });

  it('keeps what a signed-in person was shown out of every cache', async () => {
    const agent = await at.signIn('staff');
    expect((await agent.get('/api/v1/long')).headers['cache-control']).to.equal('no-store');
    expect((await get('/long')).headers['cache-control']).to.equal('private, no-cache');
  });

  it('gives the public no cookie anywhere', async () => {
    for (const path of ['/long', '/who', '/breaks', '/nothing']) {
      expect((await get(path)).headers).not.to.have.property('set-cookie');
    }
  });
});
