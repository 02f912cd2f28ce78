import { expect } from 'chai';
import fc from 'fast-check';
import { measureAccess } from '../../../core/access/measure-access.ts';
import { pairsFromMatrix } from '../../../core/access/pairs.ts';
import { straightMatrix } from '../../../core/travel/straight-line.ts';
import { applyChanges } from '../../../core/what-if/apply-changes.ts';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { createWhatIf, sitesOf, type WhatIfResult } from '../../../core/what-if/what-if-engine.ts';
import { seededRandom } from '../../../scripts/demo/random.ts';
import { whatIfTown } from './what-if-town.ts';

/** Few enough points that sites and places fall on one another. */
const point = fc.tuple(
  fc.integer({ min: -8, max: 8 }).map((n) => -96 + n / 10),
  fc.integer({ min: -8, max: 8 }).map((n) => 40 + n / 10),
);
const capacity = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 60 }),
  fc.double({ min: 0.1, max: 5, noNaN: true }),
);
const siteId = fc.constantFrom('s0', 's1', 's2', 's3', 's4', 'new-0', 'new-1', 'gone');
const change: fc.Arbitrary<ScenarioChange> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    id: fc.constantFrom('new-0', 'new-1', 's0'),
    point,
    capacity,
  }),
  fc.record({ kind: fc.constant('move' as const), siteId, point }),
  fc.record({ kind: fc.constant('capacity' as const), siteId, capacity }),
  fc.record({ kind: fc.constant('hours' as const), siteId, hours: fc.integer({ min: 1, max: 168 }) }),
  fc.record({ kind: fc.constant('remove' as const), siteId }),
);
const town = fc.record({
  places: fc.array(fc.record({ point, people: fc.integer({ min: 10, max: 90 }) }), {
    minLength: 1,
    maxLength: 12,
  }),
  sites: fc.array(
    fc.record(
      { point, capacity, hours: fc.constantFrom(undefined, 4, 40) },
      { requiredKeys: ['point', 'capacity'] },
    ),
    { maxLength: 5 },
  ),
});

describe('What if', () => {
  it('tells the same numbers as measuring from scratch, and as going through every pair', () => {
    fc.assert(
      fc.property(town, fc.array(change, { maxLength: 8 }), (made, changes) => {
        const snapshot = whatIfTown(made);
        const result = createWhatIf(snapshot).set(changes);
        expectSame(result, naive(snapshot, changes));
      }),
    );
  });

  it('tells the same to the last bit whatever was tried before, undone or done again', () => {
    fc.assert(
      fc.property(town, fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 8 }), (made, tries) => {
        const snapshot = whatIfTown(made);
        const used = createWhatIf(snapshot);
        for (const changes of [...tries, ...tries.toReversed(), []]) {
          const { looked: _looked, ...told } = used.set(changes);
          const { looked: _fresh, ...fresh } = createWhatIf(snapshot).set(changes);
          expect(told).to.deep.equal(fresh);
        }
        const { looked: _looked, ...before } = used.before;
        const { looked: _again, ...again } = used.set([]);
        expect(again).to.deep.equal(before);
      }),
      { numRuns: 60 },
    );
  });

  it('looks at the catchment of the site that is dragged, not at every pair', () => {
    const snapshot = bigTown(2000, 200);
    const pairs = 2000 * 200;
    const whatIf = createWhatIf(snapshot);
    const [id] = snapshot.sites.ids;
    const start: [number, number] = [snapshot.sites.longitude[0]!, snapshot.sites.latitude[0]!];
    for (let step = 1; step <= 20; step++) {
      const moved: ScenarioChange = { kind: 'move', siteId: id!, point: [start[0] + step / 500, start[1]] };
      expect(whatIf.set([moved]).looked, `step ${step}`).to.be.below(pairs / 20);
    }
    const same: ScenarioChange = { kind: 'move', siteId: id!, point: start };
    whatIf.set([same]);
    expect(whatIf.set([]).looked, 'nothing has changed').to.equal(0);
    const roomier: ScenarioChange = { kind: 'capacity', siteId: id!, capacity: 7 };
    expect(whatIf.set([roomier]).looked, 'twice one catchment').to.be.at.most(2 * 2000);
  });

  it('says of people in reach what the margins of error leave possible, as of samples drawn apart', () => {
    const [near, far] = [[-96, 40] as [number, number], [-90, 40] as [number, number]];
    const places = [near, near, far].map((point) => ({ point, people: 100 }));
    const made = whatIfTown({ places, sites: [{ point: near, capacity: 5 }] });
    const ranged = { ...made, demand: { ...made.demand, low: [70, 60, 0], high: [130, 140, 999] } };
    expect(createWhatIf(ranged).before.totals).to.include({
      covered: 200,
      coveredLow: 150,
      coveredHigh: 250,
    });
    expect(createWhatIf(made).before.totals).to.not.have.any.keys('coveredLow', 'coveredHigh');
  });

  it('says which changes are about a service that is not there any more', () => {
    const { set } = createWhatIf(whatIfTown({ places: [{ point: [-96, 40], people: 12 }], sites: [] }));
    const gone: ScenarioChange = { kind: 'remove', siteId: 'closed' };
    const added: ScenarioChange = { kind: 'add', id: 'new-0', point: [-96, 40], capacity: 6 };
    const result = set([gone, added]);
    expect(result.pointless).to.deep.equal([gone]);
    expect(result.totals).to.include({ people: 12, covered: 12, sites: 1 });
    expect([...result.access]).to.deep.equal([0.5]);
  });

  it('knows nobody without demand, and no way without a site', () => {
    const nobody = createWhatIf(whatIfTown({ places: [], sites: [{ point: [-96, 40], capacity: 1 }] }));
    expect(nobody.before.totals).to.deep.equal({ people: 0, covered: 0, meanMinutes: null, sites: 1 });
    const nothing = createWhatIf(whatIfTown({ places: [{ point: [-96, 40], people: 10 }], sites: [] }));
    expect([...nothing.before.minutes]).to.deep.equal([Number.POSITIVE_INFINITY]);
    expect([...nothing.before.access]).to.deep.equal([Number.NaN]);
    expect(nothing.before.totals.meanMinutes).to.equal(null);
  });
});

/** Every pair by the plain formula, and the access measure from scratch. */
function naive(snapshot: Snapshot, changes: readonly ScenarioChange[]) {
  const { demand, travel, measure, question } = snapshot;
  const places = demand.longitude.map((lon, n): [number, number] => [lon, demand.latitude[n]!]);
  const open = [...applyChanges(sitesOf(snapshot), changes).open.values()];
  const matrix = straightMatrix(
    places,
    open.map((site) => site.point),
    travel,
  );
  const people = Float64Array.from(demand.people);
  const { access } = measureAccess(measure, {
    demand: people,
    supply: Float64Array.from(open, (site) => site.capacity),
    pairs: pairsFromMatrix(matrix, places.length, open.length, measure.limit),
  });
  const minutes = places.map((_, n) => Math.min(...matrix.subarray(n * open.length, (n + 1) * open.length)));
  const covered = minutes.reduce((sum, way, n) => sum + (way <= question.minutes ? people[n]! : 0), 0);
  return { access, minutes, covered };
}

function expectSame(result: WhatIfResult, twin: ReturnType<typeof naive>): void {
  expect(result.totals.covered).to.equal(twin.covered);
  for (const [name, ours, theirs] of [
    ['minutes', result.minutes, twin.minutes],
    ['access', result.access, twin.access],
  ] as const)
    for (const [n, value] of ours.entries()) {
      const other = theirs[n]!;
      const isSame = Object.is(value, other) || Math.abs(value - other) <= 1e-9 * Math.abs(other);
      expect(isSame, `${name} of place ${n}: ${value} and ${other}`).to.equal(true);
    }
}

function bigTown(placeCount: number, siteCount: number): Snapshot {
  const random = seededRandom(5).next;
  const somewhere = (): [number, number] => [-96 + random() * 2, 40 + random() * 1.5];
  return whatIfTown({
    places: Array.from({ length: placeCount }, () => ({ point: somewhere(), people: 10 + random() * 40 })),
    sites: Array.from({ length: siteCount }, () => ({ point: somewhere(), capacity: 1 + random() * 20 })),
  });
}
