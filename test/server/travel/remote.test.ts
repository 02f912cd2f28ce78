import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { straightMatrix } from '../../../core/travel/straight-line.ts';
import type { TravelRules } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { askRemote } from '../../../server/travel/remote/ask-remote.ts';
import { remoteEngine } from '../../../server/travel/travel-engine.ts';

const rule = { speedKmh: 6, detour: 1, overheadMinutes: 3, maximumMinutes: 60 };
const rules: TravelRules = { walk: rule, bike: rule, bus: rule, car: rule };
/** More than one question holds, on both sides. */
const origins = Array.from({ length: 60 }, (_, k): Position => [-99 - k / 100, 41]);
const destinations = Array.from({ length: 55 }, (_, k): Position => [-99, 41 + k / 100]);
/** The services of this test go a kilometre a minute, and nowhere from the first origin. */
const secondsBetween = (a: Position, b: Position) =>
  a[0] === -99 && a[1] === 41 ? null : greatCircleKm(a, b) * 60;
const expected = origins.flatMap((from) =>
  destinations.map((to) => {
    const seconds = secondsBetween(from, to);
    return seconds === null ? Infinity : 3 + seconds / 60;
  }),
);

type Handler = (path: string, body: string, res: ServerResponse) => void;

describe('A travel service elsewhere', () => {
  const server = createServer(async (req: IncomingMessage, res) => {
    asked.push(req.url!);
    handle(decodeURIComponent(req.url!), await text(req), res);
  });
  let handle: Handler;
  let asked: string[];
  let waited: number[];
  let url: string;

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/routing/`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
    waited = [];
  });

  function engine(kind: 'osrm' | 'valhalla', timeoutMs = 20_000): TravelEngine {
    const remote = { url, mapVersion: '7', osrmMode: 'car', timeoutMs } as const;
    return remoteEngine(
      kind,
      remote,
      rules,
      askRemote(remote, async (ms) => waited.push(ms)),
    );
  }

  const json = (res: ServerResponse, value: unknown) => res.end(JSON.stringify(value));

  const osrm: Handler = (path, _, res) => {
    const [, places, query] = /^\/routing\/table\/v1\/driving\/([^?]+)\?(.+)$/.exec(path)!;
    const points = places!.split(';').map((place) => place.split(',').map(Number) as Position);
    const params = new URLSearchParams(query);
    const [from, to] = ['sources', 'destinations'].map((name) =>
      params
        .get(name)!
        .split(';')
        .map((k) => points[Number(k)]!),
    );
    const beside = (list: Position[]) => list.map(() => ({ distance: 0 }));
    const durations = from!.map((a) => to!.map((b) => secondsBetween(a, b)));
    json(res, { code: 'Ok', durations, sources: beside(from!), destinations: beside(to!) });
  };

  const valhalla: Handler = (path, body, res) => {
    const question = JSON.parse(body) as Record<string, { lon: number; lat: number }[]>;
    const of = (name: string) => question[name]!.map(({ lon, lat }): Position => [lon, lat]);
    if (path === '/routing/locate') {
      const edges = (point: Position) => [{ correlated_lon: point[0], correlated_lat: point[1] }];
      return json(
        res,
        of('locations').map((point) => ({ edges: edges(point) })),
      );
    }
    const durations = of('sources').map((a) => of('targets').map((b) => secondsBetween(a, b)));
    return json(res, { sources_to_targets: { durations } });
  };

  for (const [kind, handler, questions] of [
    ['osrm', osrm, 4],
    ['valhalla', valhalla, 6],
  ] as const)
    it(`answers as ${kind} does, however many places are asked about`, async () => {
      handle = handler;
      const minutes = await engine(kind).matrix(origins, destinations, 'car');
      for (const [k, value] of expected.entries()) {
        if (value === Infinity) expect(minutes[k]).to.equal(Infinity);
        else expect(minutes[k]).to.be.closeTo(value, 1e-6);
      }
      expect(asked).to.have.length(questions);
      const near = await engine(kind).matrix(origins, destinations, 'car', 10);
      expect([...near]).to.deep.equal([...minutes].map((value) => (value <= 10 ? value : Infinity)));
      const byBus = await engine(kind).matrix(origins, destinations, 'bus');
      expect(byBus).to.deep.equal(straightMatrix(origins, destinations, rule));
    });

  it('adds the way to the road, and calls unreachable what lies too far from it', async () => {
    const at = (...metres: number[]) => metres.map((distance) => ({ distance }));
    const durations = [[60, 60]];
    handle = (_, __, res) =>
      json(res, { code: 'Ok', durations, sources: at(100), destinations: at(1000, 2001) });
    const minutes = await engine('osrm').matrix(origins.slice(0, 1), destinations.slice(0, 2), 'car');
    // Three of overhead, one on the road, and 1.1 km at 6 km/h.
    expect(minutes[0]).to.be.closeTo(15, 1e-9);
    expect(minutes[1]).to.equal(Infinity);
  });

  const ask = (timeoutMs?: number) =>
    engine('osrm', timeoutMs)
      .matrix(origins.slice(0, 1), destinations.slice(0, 1), 'car')
      .then(
        (minutes) => minutes[0],
        (error: Error) => error.message,
      );

  it('is asked again when it is busy, as long after as it wants, and four times at most', async () => {
    const answers = [503, 429];
    handle = (path, body, res) => {
      res.statusCode = answers.shift() ?? 200;
      if (res.statusCode === 200) return osrm(path, body, res);
      if (res.statusCode === 429) res.setHeader('retry-after', '9');
      return res.end();
    };
    expect(await ask()).to.equal(Infinity);
    expect(waited).to.deep.equal([1000, 9000]);
    handle = (_, __, res) => res.writeHead(503, { 'retry-after': '100000' }).end();
    expect(await ask()).to.contain('it answered 503');
    expect(waited.slice(2)).to.deep.equal([30_000, 30_000, 30_000]);
  });

  it('is not followed to another address, nor asked again when it refuses', async () => {
    handle = (_, __, res) => res.writeHead(307, { location: `${url}elsewhere` }).end();
    expect(await ask()).to.contain('it answered 307');
    handle = (_, __, res) => res.writeHead(400).end('the places that were asked about');
    expect(await ask()).to.match(
      /^The travel service at 127\.0\.0\.1:\d+ is of no use now: it answered 400\.$/,
    );
    expect(asked).to.have.length(2);
  });

  it('is of no use when it is silent, tells no JSON, too much, or of other places', async () => {
    handle = () => undefined;
    expect(await ask(30)).to.contain('it took too long');
    handle = (_, __, res) => res.end('<html>');
    expect(await ask()).to.contain('not JSON');
    handle = (_, __, res) => res.end(Buffer.alloc(33 * 1024 * 1024, ' '));
    expect(await ask()).to.contain('too large');
    handle = (_, __, res) => json(res, { code: 'Ok', durations: [], sources: [], destinations: [] });
    expect(await ask()).to.contain('another number of places');
    handle = (_, __, res) => json(res, { code: 'InvalidQuery' });
    expect(await ask()).to.contain('"code"');
  });
});
