import { expect } from 'chai';
import fc from 'fast-check';
import type { Position } from '../../../core/geo/point.ts';
import { straightLine } from '../../../core/travel/straight-line.ts';
import type { TravelRules } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { sweepTravelTimes } from '../../../server/retention/sweep-travel-times.ts';
import { keepTimes } from '../../../server/travel/kept/keep-times.ts';
import { travelLists, travelRows } from '../../../server/travel/kept/travel-collections.ts';
import { testDatabase } from '../../support/database.ts';

const rule = { speedKmh: 30, detour: 1.3, overheadMinutes: 2, maximumMinutes: 60 };
const rules: TravelRules = { walk: rule, bike: rule, bus: rule, car: rule };
const points = Array.from({ length: 12 }, (_, k): Position => [-99 - k / 50, 41 + (k % 5) / 40]);

describe('Travel times that are kept', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let now: Date;
  /** Pairs that the engine itself was asked about. */
  let pairs: number;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());
  beforeEach(async () => {
    now = new Date();
    pairs = 0;
    for (const { name } of [travelRows, travelLists])
      await database.connection.collection(name).deleteMany({});
  });

  /** The straight line as if it were roads, on which nobody can walk. */
  function engine(version = 'one'): TravelEngine {
    const line = straightLine(rules);
    const inner: TravelEngine = {
      name: 'roads',
      version,
      estimates: ['bus'],
      matrix: async (from, to, mode) => {
        pairs += from.length * to.length;
        return line.matrix(from, to, mode, mode === 'walk' ? 0 : Infinity);
      },
    };
    return keepTimes(inner, { db: database.connection, clock: () => now });
  }

  const pairsFor = async (from: readonly Position[], to: readonly Position[], of = engine()) => {
    pairs = 0;
    await of.matrix(from, to, 'car');
    return pairs;
  };

  it('are those that the engine tells, whatever was asked before', async () => {
    const some = fc.subarray(points, { minLength: 0 });
    await fc.assert(
      fc.asyncProperty(some, some, fc.option(fc.integer({ min: 2, max: 30 })), async (from, to, limit) => {
        const expected = await straightLine(rules).matrix(from, to, 'car');
        const told = await engine().matrix(from, [...to, ...to], 'car', limit ?? undefined);
        for (const [row] of from.entries())
          for (const [column] of to.entries()) {
            const minutes = told[row * to.length * 2 + column]!;
            expect(told[row * to.length * 2 + to.length + column]).to.equal(minutes);
            const exact = Math.fround(expected[row * to.length + column]!);
            expect(minutes).to.equal(exact <= (limit ?? Infinity) ? exact : Infinity);
          }
      }),
      { numRuns: 15 },
    );
  });

  it('are computed only where an origin or a destination is new', async () => {
    expect(await pairsFor(points.slice(0, 6), points.slice(0, 8))).to.equal(48);
    expect(await pairsFor(points.slice(0, 6), points.slice(0, 8))).to.equal(0);
    expect(await pairsFor(points.slice(2, 4), points.slice(5, 7))).to.equal(0);
    expect(await pairsFor(points.slice(0, 6), points.slice(1, 10))).to.equal(12);
    expect(await pairsFor(points.slice(0, 7), points.slice(0, 10))).to.equal(10);
    expect(await pairsFor(points.slice(0, 2), points.slice(0, 2), engine('two'))).to.equal(4);
    expect(await pairsFor(points.slice(0, 2), points.slice(0, 2))).to.equal(0);
  });

  it('remember that nothing leads there', async () => {
    const isCutOff = async () => (await engine().matrix(points, points, 'walk')).every((x) => x === Infinity);
    expect(await isCutOff()).to.equal(true);
    pairs = 0;
    expect(await isCutOff()).to.equal(true);
    expect(pairs).to.equal(0);
  });

  it('do not hold what the straight line stands in for', async () => {
    await engine().matrix(points, points, 'bus');
    expect(await database.connection.collection(travelRows.name).countDocuments()).to.equal(0);
  });

  it('are computed again where their list is gone', async () => {
    await pairsFor(points, points);
    await database.connection.collection(travelLists.name).deleteMany({});
    expect(await pairsFor(points, points)).to.equal(144);
    expect(await pairsFor(points, points)).to.equal(0);
  });

  it('go when nothing has asked for them for long', async () => {
    const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
    const start = now;
    await pairsFor(points, points);
    now = days(20);
    await pairsFor(points.slice(0, 2), points);
    const { deleted, oldest } = await sweepTravelTimes({ db: database.connection }, days(-10));
    expect({ deleted, oldest }).to.deep.equal({ deleted: 10, oldest: start.toISOString().slice(0, 10) });
    expect(await pairsFor(points.slice(0, 2), points)).to.equal(0);
  });
});
