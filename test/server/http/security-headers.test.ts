import { expect } from 'chai';
import express from 'express';
import request from 'supertest';
import { readConfig } from '../../../server/config.ts';
import { securityHeaders, tileSources } from '../../../server/http/security-headers.ts';

describe('Security headers', () => {
  it('allow nothing inline and nothing from elsewhere', async () => {
    const policy = await policyWith({});
    expect(policy).to.include({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(JSON.stringify(policy)).not.to.match(/unsafe|\*/);
  });

  it('allow pictures from the tile server that is configured', async () => {
    const policy = await policyWith({ TILE_URL: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png' });
    expect(policy['img-src']).to.equal("'self' data: https://tile.openstreetmap.org");
  });

  it('ask for https only where Trellis is reached over https', async () => {
    const plain = await headersWith({});
    expect(plain).not.to.have.property('strict-transport-security');
    expect(await policyWith({})).not.to.have.property('upgrade-insecure-requests');
    const secure = { PUBLIC_URL: 'https://trellis.example.org' };
    expect(await headersWith(secure)).to.have.property('strict-transport-security');
    expect(await policyWith(secure)).to.have.property('upgrade-insecure-requests');
  });

  it('let pages of other sites frame what is made for that, and nothing else', async () => {
    for (const path of ['/embed', '/embed.js']) {
      const headers = await headersWith({}, path);
      expect(headers, path).not.to.have.property('x-frame-options');
      expect(headers, path).to.include({ 'cross-origin-resource-policy': 'cross-origin' });
      const { 'frame-ancestors': ancestors, ...rest } = await policyWith({}, path);
      const { 'frame-ancestors': none, ...ours } = await policyWith({});
      expect([ancestors, none]).to.deep.equal(["'self' *", "'none'"]);
      expect(rest, 'the rest of the policy').to.deep.equal(ours);
    }
    for (const path of ['/embed/', '/embeds', '/embed.html', '/Embed', '/x/embed'])
      expect((await policyWith({}, path))['frame-ancestors'], path).to.equal("'none'");
  });

  for (const [given, ancestors] of [
    [
      'https://www.school.example, https://*.district.example:8443',
      "'self' https://www.school.example https://*.district.example:8443",
    ],
    ['none', "'self'"],
    ['', "'self' *"],
  ] as const) {
    it(`let ${ancestors} frame it where EMBED_ANCESTORS is “${given}”`, async () => {
      expect((await policyWith({ EMBED_ANCESTORS: given }, '/embed'))['frame-ancestors']).to.equal(ancestors);
    });
  }

  it('take no word for a site that would say something else in the policy', () => {
    for (const site of [
      'school.example',
      "https://a.example;script-src'none'",
      'https://a.example/path',
      'data:',
    ])
      expect(() => configWith({ EMBED_ANCESTORS: site }), site).to.throw('EMBED_ANCESTORS is not right');
  });

  it('do not tell what the server is made of', async () => {
    const headers = await headersWith({});
    expect(headers).not.to.have.property('x-powered-by');
    expect(headers).to.include({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  });
});

describe('The sources of map tiles', () => {
  for (const [url, expected] of [
    [undefined, []],
    ['/tiles/{z}/{x}/{y}.png', []],
    ['https://{s}.tile.example.org/{z}/{x}/{y}.png', ['https://*.tile.example.org']],
    ['https://tiles-{s}.example.org/{z}/{x}/{y}.png', ['https://*.example.org']],
    ['http://localhost:8081/{z}/{x}/{y}.png', ['http://localhost:8081']],
    ['//tile.example.org/{z}', ['https://tile.example.org']],
    ["https://x; script-src 'unsafe-inline'/{z}", []],
    ['javascript:alert(1)', []],
  ] as const) {
    it(`of ${url} are ${expected.join(' ') || 'ours'}`, () =>
      expect(tileSources(url)).to.deep.equal(expected));
  }
});

function configWith(env: Record<string, string>) {
  return readConfig({ MONGODB_URI: 'mongodb://127.0.0.1', REDIS_URL: 'redis://127.0.0.1', ...env });
}

async function headersWith(env: Record<string, string>, path = '/'): Promise<Record<string, string>> {
  const app = express();
  app.use(securityHeaders(configWith(env)));
  app.use((_req, res) => void res.sendStatus(204));
  return (await request(app).get(path)).headers;
}

async function policyWith(env: Record<string, string>, path = '/'): Promise<Record<string, string>> {
  const header = (await headersWith(env, path))['content-security-policy'] ?? '';
  return Object.fromEntries(
    header.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
}
