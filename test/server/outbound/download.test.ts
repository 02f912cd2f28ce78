import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type DownloadOptions, download } from '../../../server/outbound/download.ts';
import { OutboundFailed } from '../../../server/outbound/outbound-failed.ts';
import { isRefusedAddress } from '../../../server/outbound/refused-addresses.ts';

type Answer = { status?: number; headers?: Record<string, string>; body?: string | Buffer; stalls?: boolean };

describe('Fetching an address that people gave', () => {
  let server: Server;
  let folder: string;
  let port: number;
  let answers: Record<string, Answer | ((headers: IncomingHttpHeaders) => Answer)>;
  let asked: { url: string; headers: IncomingHttpHeaders }[];

  before(async () => {
    server = createServer((req, res) => {
      asked.push({ url: req.url ?? '', headers: req.headers });
      const found = answers[req.url ?? ''] ?? { status: 404 };
      const {
        status = 200,
        headers,
        body,
        stalls,
      } = typeof found === 'function' ? found(req.headers) : found;
      res.writeHead(status, headers);
      if (stalls) res.write(body ?? ' ');
      else res.end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
    folder = await mkdtemp(join(tmpdir(), 'trellis-download-'));
  });
  beforeEach(() => {
    answers = {};
    asked = [];
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rm(folder, { recursive: true, force: true });
  });

  const target = () => join(folder, 'file');

  function fetchIt(path: string, options: Partial<DownloadOptions> = {}, host = 'feed.test') {
    return download(`http://${host}:${port}${path}`, target(), {
      guard: { privateHosts: new Set(['feed.test']), resolve: async () => ['127.0.0.1'] },
      limitBytes: 100_000,
      totalMs: 5_000,
      idleMs: 2_000,
      now: new Date('2026-05-04T12:00:00Z'),
      ...options,
    });
  }

  async function failureOf(work: Promise<unknown>): Promise<OutboundFailed> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof OutboundFailed)) throw error ?? new Error('it did not fail');
    return error;
  }

  it('writes the file, and says by what it can be asked for again', async () => {
    answers['/a'] = {
      body: 'id,name\n',
      headers: { etag: '"1"', 'last-modified': 'Mon, 04 May 2026 10:00:00 GMT' },
    };
    const got = await fetchIt('/a');
    expect(got).to.include({ bytes: 8, etag: '"1"', lastModified: 'Mon, 04 May 2026 10:00:00 GMT' });
    expect(await readFile(target(), 'utf8')).to.equal('id,name\n');
  });

  it('does not load again what has not changed', async () => {
    answers['/a'] = ({ 'if-none-match': tag }) => (tag === '"1"' ? { status: 304 } : { body: 'x' });
    expect(await fetchIt('/a', { known: { etag: '"1"' } })).to.equal(undefined);
    expect(await fetchIt('/a', { known: { etag: '"0"' } })).to.include({ bytes: 1 });
  });

  it('unpacks gzip, and stops where little grows into more than is taken', async () => {
    const packed = { 'content-encoding': 'gzip' };
    answers['/small'] = { body: gzipSync('hello'), headers: packed };
    answers['/bomb'] = { body: gzipSync(Buffer.alloc(5_000_000)), headers: packed };
    expect(await fetchIt('/small')).to.include({ bytes: 5 });
    expect((await failureOf(fetchIt('/bomb'))).code).to.equal('too-large');
  });

  it('gives up on what is too large, empty, silent, or no answer', async () => {
    answers['/large'] = { body: 'x'.repeat(100_001) };
    answers['/empty'] = { body: '' };
    answers['/silent'] = { body: 'x', stalls: true };
    expect((await failureOf(fetchIt('/large'))).code).to.equal('too-large');
    expect((await failureOf(fetchIt('/empty'))).code).to.equal('empty');
    expect((await failureOf(fetchIt('/silent', { idleMs: 50 }))).code).to.equal('timeout');
    expect((await failureOf(fetchIt('/silent', { totalMs: 50 }))).code).to.equal('timeout');
    expect(await failureOf(fetchIt('/nothing'))).to.include({ code: 'status', status: 404 });
  });

  it('says how long the other side wants to be left alone', async () => {
    answers['/busy'] = { status: 429, headers: { 'retry-after': '120' } };
    answers['/away'] = { status: 503, headers: { 'retry-after': 'Mon, 04 May 2026 13:00:00 GMT' } };
    expect(await failureOf(fetchIt('/busy'))).to.include({ status: 429, retryAfter: 120 });
    expect(await failureOf(fetchIt('/away'))).to.include({ status: 503, retryAfter: 3600 });
  });

  it('follows five redirects and no more', async () => {
    for (let n = 0; n < 7; n += 1) answers[`/${n}`] = { status: 302, headers: { location: `/${n + 1}` } };
    answers['/7'] = { body: 'there' };
    expect(await fetchIt('/2')).to.include({ bytes: 5 });
    expect((await failureOf(fetchIt('/1'))).code).to.equal('too-many-redirects');
  });

  it('tells the secret to the address itself and to nobody to whom it leads', async () => {
    answers['/a'] = { status: 302, headers: { location: `http://other.test:${port}/b` } };
    answers['/b'] = { body: 'there' };
    const guard = { privateHosts: new Set(['feed.test', 'other.test']), resolve: async () => ['127.0.0.1'] };
    await fetchIt('/a', { guard, secret: { name: 'authorization', value: 'Bearer k' } });
    expect(asked.map(({ headers }) => headers.authorization)).to.deep.equal(['Bearer k', undefined]);
  });

  it('goes to no private address: not by number, not by name, not by a second address, not by a redirect', async () => {
    answers['/a'] = { body: 'x' };
    const guard = (...addresses: string[]) => ({
      guard: { privateHosts: new Set<string>(), resolve: async () => addresses },
    });
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])
      expect((await failureOf(fetchIt('/a', guard('192.88.1.1'), host))).code, host).to.equal(
        'address-refused',
      );
    expect((await failureOf(fetchIt('/a', guard('127.0.0.1')))).code).to.equal('address-refused');
    expect((await failureOf(fetchIt('/a', guard('8.8.8.8', '10.0.0.1')))).code).to.equal('address-refused');
    answers['/out'] = { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } };
    expect((await failureOf(fetchIt('/out'))).code).to.equal('address-refused');
    answers['/file'] = { status: 302, headers: { location: 'file:///etc/passwd' } };
    expect((await failureOf(fetchIt('/file'))).code).to.equal('address-refused');
    expect(asked.map(({ url }) => url)).to.deep.equal(['/out', '/file']);
  });

  it('asks for a name once, goes to the address that was looked at, and sends nothing where the socket came out elsewhere', async () => {
    const given = ['8.8.8.8', '127.0.0.1'];
    const connectedTo: unknown[] = [];
    const guard = {
      privateHosts: new Set<string>(),
      resolve: async () => given.splice(0, 1),
      connect: ({ host }: { host?: string | null | undefined }) => {
        connectedTo.push(host);
        return connectSocket(port, '127.0.0.1');
      },
    };
    answers['/a'] = { body: 'secret' };
    expect((await failureOf(fetchIt('/a', { guard }))).code).to.equal('address-refused');
    expect(connectedTo).to.deep.equal(['8.8.8.8']);
    expect(given, 'the second answer is never asked for').to.deep.equal(['127.0.0.1']);
    expect(asked).to.deep.equal([]);
  });

  it('says when there is no such name and when nobody answers', async () => {
    const none = { privateHosts: new Set<string>(), resolve: async () => [] };
    expect((await failureOf(fetchIt('/a', { guard: none }))).code).to.equal('name-not-found');
    const closed = createServer();
    await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
    const free = (closed.address() as AddressInfo).port;
    await new Promise((done) => closed.close(done));
    const guard = { privateHosts: new Set(['feed.test']), resolve: async () => ['127.0.0.1'] };
    const work = download(`http://feed.test:${free}/`, target(), {
      guard,
      limitBytes: 10,
      totalMs: 1000,
      idleMs: 1000,
      now: new Date(),
    });
    expect((await failureOf(work)).code).to.equal('no-connection');
  });
});

describe('Addresses to which nothing goes', () => {
  it('are those of this computer, of networks behind it, of clouds and of groups, in whatever form', () => {
    const refused = [
      '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.168.0.1',
      '198.18.0.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.0.0.192 203.0.113.9',
      ':: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:a9fe:a9fe fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1',
      '64:ff9b::7f00:1 2002:7f00:1:: 2001::1 2001:db8::1 ::127.0.0.1 fec0::1 nonsense',
    ].join(' ');
    for (const address of refused.split(' ')) expect(isRefusedAddress(address), address).to.equal(true);
    for (const address of [
      '8.8.8.8',
      '172.15.0.1',
      '172.32.0.1',
      '192.167.1.1',
      '2606:4700::1111',
      '2a00::1',
    ])
      expect(isRefusedAddress(address), address).to.equal(false);
  });
});
