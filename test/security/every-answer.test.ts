import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Response } from 'supertest';
import { z } from 'zod';
import { route } from '../../server/http/route.ts';
import { testApp } from '../support/app.ts';

const HTTPS = { 'X-Forwarded-Proto': 'https' };
const PAGE = { ...HTTPS, Accept: 'text/html' };

const fails = route({
  method: 'get',
  path: '/fails',
  action: 'settings.read',
  returns: z.unknown(),
  handle: () => Promise.reject(new Error('inside')),
});
const echo = route({
  method: 'post',
  path: '/echo',
  action: 'settings.read',
  returns: z.unknown(),
  handle: () => ({ heard: true }),
});

describe('Every answer', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'trellis-web-'));
    await writeFile(join(dir, 'index.html'), '<!doctype html><title>Trellis</title>');
    await writeFile(join(dir, 'embed.html'), '<!doctype html><title>Embedded</title>');
    await writeFile(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const env = { WEB_DIR: dir, PUBLIC_URL: 'https://trellis.example.org', TRUST_PROXY: '1' };
    at = await testApp({ env, routes: [fails, echo] });
  });
  after(async () => {
    await at.close();
    await rm(dir, { recursive: true });
  });

  const asked: [what: string, status: number, ask: () => PromiseLike<Response>][] = [
    ['data', 200, () => at.visitor().get('/api/v1/session').set(HTTPS)],
    ['only headers', 200, () => at.visitor().head('/api/v1/session').set(HTTPS)],
    ['nothing', 204, () => at.visitor().delete('/api/v1/session').set(HTTPS)],
    ['the question which methods there are', 200, () => at.visitor().options('/api/v1/session').set(HTTPS)],
    ['an error of ours', 500, () => at.visitor().get('/api/v1/fails').set(HTTPS)],
    [
      'a refusal of the input',
      400,
      () => at.visitor().post('/api/v1/session').set(HTTPS).type('json').send('nonsense'),
    ],
    ['a refusal of another site', 403, () => fromElsewhere()],
    ['an address that is none', 404, () => at.visitor().get('/api/v1/nothing').set(HTTPS)],
    ['a page', 200, () => at.visitor().get('/students/1').set(PAGE)],
    ['a file', 200, () => at.visitor().get('/icon.svg').set(HTTPS)],
    ['a file that is not there', 404, () => at.visitor().get('/gone.svg').set(HTTPS)],
  ];
  const fromElsewhere = () =>
    at.visitor().post('/api/v1/echo').set(HTTPS).set('Sec-Fetch-Site', 'cross-site');

  for (const [what, status, ask] of asked) {
    it(`with ${what} says what a browser may do with it`, async () => {
      const { headers, ...reply } = await ask();
      expect(reply.status).to.equal(status);
      expect(headers['content-security-policy'])
        .to.include("default-src 'self'")
        .and.to.include("object-src 'none'")
        .and.to.include("base-uri 'none'")
        .and.to.include("frame-ancestors 'none'");
      expect(headers).to.include({
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers).not.to.have.any.keys('access-control-allow-origin', 'x-powered-by', 'server');
    });
  }

  it('with content says its type, and text its letters', async () => {
    // What Express says of methods is their names alone.
    const withContent = asked.filter(([what, status]) => status !== 204 && !what.includes('which methods'));
    for (const [what, , ask] of withContent) {
      const type = (await ask()).headers['content-type'];
      expect(type, what).to.match(
        /^(application\/(problem\+)?json|text\/\w+); charset=utf-8$|^image\/svg\+xml/,
      );
    }
  });

  it('with the page for other sites sets no cookie, is in no search engine, and is that page alone', async () => {
    const reply = await at.visitor().get('/embed?terms=food&title=Help').set(PAGE).expect(200);
    expect(reply.text).to.include('Embedded');
    expect(reply.headers).to.include({ 'x-robots-tag': 'noindex', 'cache-control': 'no-cache' });
    expect(reply.headers).not.to.have.any.keys(
      'set-cookie',
      'x-frame-options',
      'access-control-allow-origin',
    );
    expect(reply.headers['content-security-policy']).to.include("frame-ancestors 'self' *");
    const below = await at.visitor().get('/embed/students').set(PAGE).expect(200);
    expect(below.headers['x-frame-options']).to.equal('DENY');
    expect(below.text).to.include('Trellis');
  });

  it('names no other site as one that may read it, whoever asks', async () => {
    const reply = await at.visitor().options('/api/v1/session').set(HTTPS).set({
      Origin: 'https://elsewhere.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-csrf-token',
    });
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
  });

  it('over plain http is an answer, never a way on to https: nobody is led on unnoticed', async () => {
    for (const path of ['/api/v1/session', '/', '/icon.svg']) {
      const reply = await at.visitor().get(path).redirects(0);
      expect([path, reply.status]).to.deep.equal([path, 200]);
    }
  });
});
