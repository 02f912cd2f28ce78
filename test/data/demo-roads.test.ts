import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { District } from '../../core/district/district.ts';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import { School } from '../../core/schools/school.ts';
import { makeRoads } from '../../scripts/demo/roads/make-roads.ts';
import { osmPbf } from '../../scripts/demo/roads/osm-pbf.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../data/demo', name));
const { bounds } = District.parse(JSON.parse(read('district.json').toString()));
const schools = School.array().parse(JSON.parse(read('schools.json').toString()));

describe('the demo district’s roads', () => {
  it('are written by the generator, byte for byte, and stay small', () => {
    const written = read('roads.osm.pbf');
    const made = osmPbf(makeRoads(bounds));
    expect(written.equals(made), 'run node scripts/bootstrap.mjs scripts/demo/generate.ts').to.equal(true);
    expect(written.length).to.be.lessThan(50_000);
  });

  it('lead from everywhere to everywhere, over the river too, and pass by every school', () => {
    const { points, ways } = makeRoads(bounds);
    const beside: number[][] = points.map(() => []);
    for (const { points: way } of ways)
      for (const [k, point] of way.slice(1).entries()) {
        beside[way[k]!]!.push(point);
        beside[point]!.push(way[k]!);
      }
    const reached = new Set([0]);
    for (const point of reached) for (const next of beside[point]!) reached.add(next);
    expect(reached.size).to.equal(points.length);
    for (const { name, point } of schools) {
      const kms = points.map((node) => greatCircleKm(node, point!.coordinates));
      expect(Math.min(...kms), name).to.be.lessThan(0.4);
    }
  });
});
