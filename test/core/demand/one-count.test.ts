import { expect } from 'chai';
import fc from 'fast-check';
import { schoolDemand } from '../../../core/demand/school-place.ts';
import { studentDemand } from '../../../core/demand/student-demand.ts';
import { computeGaps } from '../../../core/gaps/compute-gaps.ts';
import { demandAsked } from '../../../core/gaps/demand-asked.ts';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import { offersOf } from '../../../core/gaps/nearest-offer.ts';
import { EVERY_SCHOOL, toldNeeds } from '../../../core/privacy/student-counts.ts';
import { tellShare } from '../../../core/privacy/tell-share.ts';
import { School } from '../../../core/schools/school.ts';
import { straightLine } from '../../../core/travel/straight-line.ts';
import { createWhatIf } from '../../../core/what-if/what-if-engine.ts';
import { sitingRows } from '../../../core/where-next/siting-rows.ts';
import { standingOf } from '../../../core/where-next/standing.ts';
import { type GapWorld, gapWorld } from '../gaps/gap-world.ts';

/** The places of the people of a gap question, as What if and Where next take them. */
function demandOf({ params, counts, schools: known }: GapWorld) {
  const { of, term = '' } = demandAsked(params);
  const schools = known.map((school) =>
    School.parse({ ...school, source: { system: 'test', id: school.id }, districtId: 'd' }),
  );
  if (of === 'students') return studentDemand(counts, schools).places;
  const told = toldNeeds(counts);
  return schoolDemand(schools, ({ id }) => told(id, 'students', term)).places;
}

function offersAsked({ params, offers, taxonomy }: GapWorld) {
  return offersOf(offers, new Set(params.terms.flatMap((term) => [term, ...taxonomy.within(term)])));
}

function inWhatIf(world: GapWorld) {
  const { terms, minutes, mode } = world.params;
  const places = demandOf(world);
  const offers = offersAsked(world);
  return createWhatIf({
    question: { terms, minutes, mode, demand: demandAsked(world.params) },
    asOf: '2026-11-02',
    threshold: 10,
    travel: world.travel[mode],
    measure: measureFor('e2sfca', minutes),
    demand: {
      ids: places.map(({ id }) => id),
      kinds: places.map(({ kind }) => kind),
      names: places.map(({ name }) => name ?? null),
      longitude: places.map(({ point }) => point[0]),
      latitude: places.map(({ point }) => point[1]),
      people: places.map(({ people }) => people),
    },
    sites: {
      ids: offers.map(({ id }) => id),
      serviceIds: offers.map(({ id }) => id),
      names: offers.map(({ id }) => id),
      longitude: offers.map(({ point }) => point!.coordinates[0]),
      latitude: offers.map(({ point }) => point!.coordinates[1]),
      capacity: offers.map(() => 1),
      hours: offers.map(() => null),
    },
    capacityUnknown: 0,
    noData: [],
  }).before.totals;
}

async function inWhereNext(world: GapWorld) {
  const { minutes, mode } = world.params;
  const { places, rows } = sitingRows([{ term: 'asked', places: demandOf(world) }]);
  const sites = offersAsked(world).map(({ point }) => point!.coordinates);
  const points = rows.map(({ place }) => places[place]!.point);
  const ways = await straightLine(world.travel).matrix(points, sites, mode);
  const nearest = Float64Array.from(rows, (_, row) =>
    Math.min(...ways.subarray(row * sites.length, (row + 1) * sites.length)),
  );
  return standingOf(rows, { nearest }, minutes).inTime;
}

describe('one count', () => {
  it('counts the same people and the same people in reach in a gap run, in What if and in Where next', async () => {
    await fc.assert(
      fc.asyncProperty(gapWorld, async (world) => {
        // Of a need that only all schools together tell, nobody is anywhere on the map.
        const told = toldNeeds(world.counts);
        fc.pre(world.params.demand === 'all' || !told(EVERY_SCHOOL, 'students', world.params.terms[0]!));
        const { total } = computeGaps(world);
        const { people, covered } = inWhatIf(world);
        expect(total.students ?? 0).to.equal(people);
        if (people > 0) {
          expect(total).to.include(tellShare({ students: people, covered }, world.counts.threshold));
          expect(await inWhereNext(world)).to.equal(covered);
        }
      }),
      { numRuns: 200 },
    );
  });
});
