import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { testApp } from '../../support/app.ts';

const HTML = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('The web front end', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'trellis-web-'));
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), '<!doctype html><title>Trellis</title>');
    await writeFile(join(dir, 'assets', 'main-a1b2c3.js'), 'export {};');
    await writeFile(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(dir, '.secret'), 'not for the web');
    at = await testApp({ env: { WEB_DIR: dir } });
  });
  after(async () => {
    await at.close();
    await rm(dir, { recursive: true });
  });

  for (const path of ['/', '/students/7c0e', '/find?q=reading', '/gaps/']) {
    it(`is the page at ${path}, asked for anew each time, with the policy and without a cookie`, async () => {
      const reply = await at.visitor().get(path).set(HTML).expect(200);
      expect(reply.text).to.include('<title>Trellis</title>');
      expect(reply.headers['cache-control']).to.equal('no-cache');
      expect(reply.headers['content-security-policy']).to.include("script-src 'self'");
      expect(reply.headers).not.to.have.property('set-cookie');
    });
  }

  it('has no search engine list a page that a link in a mail leads to, nor tells others where a reader came from', async () => {
    for (const path of ['/answer', '/sign-in/set-password']) {
      const { headers } = await at.visitor().get(path).set(HTML).expect(200);
      expect(headers).to.include({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
    }
    const other = await at.visitor().get('/gaps').set(HTML).expect(200);
    expect(other.headers).not.to.have.property('x-robots-tag');
  });

  it('gives the first page to programs too', async () => {
    await at.visitor().get('/').set({ Accept: '*/*' }).expect(200).expect('Content-Type', /html/);
  });

  it('lets browsers keep files with a hash in the name for ever, others not', async () => {
    const hashed = await at.visitor().get('/assets/main-a1b2c3.js').expect(200);
    expect(hashed.headers['cache-control']).to.equal('public, max-age=31536000, immutable');
    const icon = await at.visitor().get('/icon.svg').expect(200);
    expect(icon.headers['cache-control']).to.equal('no-cache');
  });

  it('answers 404, not the page, for what is not a page', async () => {
    const asked: [string, Record<string, string>][] = [
      ['/assets/main-gone.js', HTML],
      ['/icon-gone.svg', { Accept: 'image/*' }],
      ['/students', { Accept: '*/*' }],
      ['/students', { ...HTML, 'Sec-Fetch-Mode': 'cors' }],
      ['/.secret', { Accept: '*/*' }],
    ];
    for (const [path, headers] of asked) {
      const reply = await at.visitor().get(path).set(headers);
      expect([path, reply.status, reply.type]).to.deep.equal([path, 404, 'application/problem+json']);
    }
    await at.visitor().post('/students').set(HTML).expect(404);
  });

  it('never answers for the API', async () => {
    for (const path of ['/api', '/api/v1', '/api/v1/nothing', '/api/v2/session']) {
      const reply = await at.visitor().get(path).set(HTML);
      expect([path, reply.status, reply.body.code]).to.deep.equal([path, 404, 'not-found']);
    }
  });

  it('does not lead out of its folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fetc%2fpasswd']) {
      const reply = await at.visitor().get(path);
      expect(reply.status).to.be.within(400, 404);
    }
  });
});
