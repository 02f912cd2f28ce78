import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { booleanPointInPolygon } from '@turf/turf';
import { expect } from 'chai';
import type { Position } from '../../../core/geo/point.ts';
import { straightMatrix } from '../../../core/travel/straight-line.ts';
import type { TravelRules } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { osmPbf } from '../../../scripts/demo/roads/osm-pbf.ts';
import { buildRoads } from '../../../scripts/roads/build-roads.ts';
import { checkExtract } from '../../../scripts/roads/check-extract.ts';
import { judgeRoads, refuseElsewhere } from '../../../scripts/roads/judge-roads.ts';
import { valhallaVersion } from '../../../server/travel/roads/open-valhalla.ts';
import { readRoads } from '../../../server/travel/roads/roads-folder.ts';
import { roadsEngine } from '../../../server/travel/travel-engine.ts';
import { both, carMinutes, town } from './small-net.ts';

const rule = { speedKmh: 5, detour: 1.2, overheadMinutes: 0, maximumMinutes: 60 };
const rules: TravelRules = {
  walk: rule,
  bike: rule,
  bus: { ...rule, speedKmh: 20 },
  car: { ...rule, overheadMinutes: 4 },
};

/** A town of 100 crossings and, 20 km further east, one of 81 that no road leads to. */
const mainland = town(10, [-99.64, 41.4]);
const island = town(9, [-99.4, 41.4]);
const net = both(mainland, island);
const NOWHERE: Position = [-99.5, 41.4];

describe('the roads', () => {
  let folder: string;
  let roadsDir: string;
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);

  before(async function () {
    if ((await valhallaVersion()) === undefined) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'trellis-roads-'));
    roadsDir = join(folder, 'roads');
    await write('town.osm.pbf', osmPbf(net));
    await build('town.osm.pbf');
  });

  after(async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const write = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes);

  async function build(name: string, places: readonly Position[] = []) {
    const path = join(folder, name);
    const checked = await checkExtract(path);
    const named = places.map((point, k) => ({ name: `Place ${k}`, point }));
    const builtAt = new Date();
    return buildRoads({ roadsDir, path, checked, builtAt, say, judge: (ask) => judgeRoads(ask, named, say) });
  }

  async function refusalOf(work: Promise<unknown>): Promise<string> {
    return work.then(
      () => 'nothing was refused',
      (error: Error) => error.message,
    );
  }

  describe('once they are built', () => {
    let engine: TravelEngine;
    before(() => {
      engine = roadsEngine(roadsDir, rules);
    });

    it('tell the way by car that Dijkstra finds, up to what turns cost, and the overhead', async () => {
      const from = [0, 17, 55];
      const minutes = await engine.matrix(
        from.map((k) => net.points[k]!),
        mainland.points,
        'car',
      );
      for (const [row, start] of from.entries())
        for (const [k, quickest] of carMinutes(mainland, start).entries()) {
          const slower = minutes[row * 100 + k]! - 4 - quickest;
          expect(slower, `${start} to ${k}`).to.be.within(-0.03, 0.75);
        }
    });

    it('tell ways on foot at a walk, and as long one way as the other', async () => {
      const [a, b] = [net.points[0]!, net.points[99]!];
      const [there, back] = [await engine.matrix([a], [b], 'walk'), await engine.matrix([b], [a], 'walk')];
      // 9 × 0.3336 km and 9 × 0.3336 km at 5.1 km/h.
      expect(there[0]).to.be.within(65, 80);
      expect(back[0]).to.be.closeTo(there[0]!, 0.1);
    });

    it('call unreachable what has no road to it, what lies beside no road, and what lies beyond the limit', async () => {
      const points = [net.points[0]!, net.points[99]!, net.points[100]!, NOWHERE];
      const isReached = async (limit?: number) =>
        [...(await engine.matrix(points.slice(0, 1), points, 'car', limit))].map((x) => x < Infinity);
      expect(await isReached()).to.deep.equal([true, true, false, false]);
      expect(await isReached(5)).to.deep.equal([true, false, false, false]);
      expect([...(await engine.kmToRoad!(points, 'car'))].map((km) => km > 2)).to.deep.equal([
        false,
        false,
        false,
        true,
      ]);
    });

    it('leave the bus to the straight line', async () => {
      const points = net.points.slice(0, 5);
      expect(engine.estimates).to.deep.equal(['bus']);
      expect(await engine.matrix(points, points, 'bus')).to.deep.equal(
        straightMatrix(points, points, rules.bus),
      );
    });

    it('draw the area that is reached', async () => {
      const area = await engine.reach!(net.points[0]!, 'walk', 15);
      expect(booleanPointInPolygon(net.points[2]!, area!)).to.equal(true);
      expect(booleanPointInPolygon(net.points[99]!, area!)).to.equal(false);
      expect(await engine.reach!(NOWHERE, 'walk', 15)).to.equal(undefined);
    });
  });

  describe('when built anew', () => {
    it('stay as they are for the same extract', async () => {
      const known = readRoads(roadsDir);
      await build('town.osm.pbf');
      expect(readRoads(roadsDir)).to.deep.equal(known);
      expect(lines.at(-1)).to.equal('These roads are in use already.');
    });

    it('stay as they are where the extract is none, cut off, empty or of another place', async () => {
      const known = await readFile(join(roadsDir, 'current.json'), 'utf8');
      const whole = osmPbf(mainland);
      await write('text.osm.pbf', 'no map, only words');
      await write('cut.osm.pbf', whole.subarray(0, whole.length - 20));
      await write('half.osm.pbf', whole.subarray(0, 40));
      await write('other.osm.pbf', osmPbf(mainland));
      expect(await refusalOf(build('text.osm.pbf'))).to.contain('is not an OpenStreetMap extract');
      expect(await refusalOf(build('cut.osm.pbf'))).to.contain('is cut off');
      expect(await refusalOf(build('half.osm.pbf'))).to.contain('is cut off');
      expect(await refusalOf(build('missing.osm.pbf'))).to.contain('cannot be read (ENOENT)');
      expect(await refusalOf(build('other.osm.pbf', [NOWHERE]))).to.contain('does not cover the district');
      expect(() => refuseElsewhere([5, 50, 6, 51], [-100, 41, -99, 42])).to.throw('nothing in common');
      expect(await readFile(join(roadsDir, 'current.json'), 'utf8')).to.equal(known);
      expect((await readdir(roadsDir)).sort()).to.deep.equal(['current.json', 'versions']);
    });

    it('take the place of the old ones, which stay for who still reads them, and clear what was broken off', async () => {
      const before = readRoads(roadsDir)!;
      const reading = roadsEngine(roadsDir, rules);
      // As a build leaves it that was killed: the number is no process's, being above the highest there can be.
      await mkdir(join(roadsDir, 'building-99999999'));
      await write('mainland.osm.pbf', osmPbf(mainland));
      const built = await build('mainland.osm.pbf', [net.points[0]!, NOWHERE]);
      expect(readRoads(roadsDir)).to.deep.equal(built);
      expect(lines).to.include('Not reached by road: Place 1.');
      expect((await readdir(join(roadsDir, 'versions'))).sort()).to.deep.equal(
        [before.version, built.version].sort(),
      );
      expect((await readdir(roadsDir)).sort()).to.deep.equal(['current.json', 'versions']);
      expect(roadsEngine(roadsDir, rules).version).to.not.equal(reading.version);
      expect((await reading.matrix([net.points[0]!], [net.points[99]!], 'car'))[0]).to.be.lessThan(Infinity);
    });
  });
});
