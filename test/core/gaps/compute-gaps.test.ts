import { expect } from 'chai';
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { computeGaps, type GapInput } from '../../../core/gaps/compute-gaps.ts';
import { GapResult } from '../../../core/gaps/gap.ts';
import type { StudentCounts } from '../../../core/privacy/student-counts.ts';
import { taxonomy, travel } from '../matching/world.ts';
import { gapWorld } from './gap-world.ts';
import { gapsNaively } from './naive-gaps.ts';

const SCHOOL = { id: 'school-1', name: 'East', point: pointAt(0) };

/** North of the school; by bus 1 km is 11.5 minutes, 5 km are 25.5 and 10 km are 43. */
function pointAt(km: number): { type: 'Point'; coordinates: [number, number] } {
  return { type: 'Point', coordinates: [-91.5, 41.6 + km / 111.195] };
}

function cellAt(km: number): string {
  return latLngToCell(pointAt(km).coordinates[1], -91.5, 9);
}

function offer(km: number, terms = ['reading'], id = 'offer-1') {
  return { id, confidentiality: 'public' as const, point: pointAt(km), terms };
}

/** Two groups of the school: one whose homes nobody knows, one that lives so far away. */
function counts(changes: Partial<StudentCounts> = {}, km = 9): StudentCounts {
  return {
    countedOn: '2026-11-02',
    threshold: 10,
    matched: false,
    groups: [
      { schoolId: 'school-1', cell: cellAt(km), students: 12 },
      { schoolId: 'school-1', cell: null, students: 30 },
    ],
    emptySchools: [],
    needs: [],
    ...changes,
  };
}

function figure(id: string, students: number, told = true) {
  return { schoolId: 'school-1', id, students, told };
}

function gaps(changes: Partial<GapInput>) {
  return computeGaps({
    params: { terms: ['reading'], minutes: 30, mode: 'bus', demand: 'all' },
    offers: [offer(10)],
    counts: counts(),
    schools: [SCHOOL],
    taxonomy,
    travel,
    ...changes,
  });
}

describe('computeGaps', () => {
  it('finds the same as asking every offer for every group of every row', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        expect(GapResult.strict().parse(computeGaps(world))).to.deep.equal(gapsNaively(world));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same result in whatever order anything comes', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const turned = {
          ...world,
          offers: world.offers.toReversed(),
          schools: world.schools.toReversed(),
          counts: { ...world.counts, groups: world.counts.groups.toReversed() },
        };
        expect(computeGaps(turned)).to.deep.equal(computeGaps(world));
      }),
    );
  });

  it('covers a group from where it lives, and from school only where no home is told', () => {
    expect(gaps({}).bySchool[0]).to.include({ students: 42, covered: 12, share: 12 / 42, end: null });
    expect(gaps({ counts: counts({}, 0) }).bySchool[0]).to.include({ covered: null, end: 'few' });
    expect(gaps({ offers: [offer(5)] }).bySchool[0]).to.include({ covered: null, end: 'most' });
    const farHome = { offers: [offer(0)], counts: counts({}, 20) };
    expect(gaps(farHome).bySchool[0]).to.include({ students: 42, covered: 30, end: null });
  });

  it('is not bounded by what a child is sent, only by the minutes asked for', () => {
    const params = { terms: ['reading'], minutes: 240, mode: 'walk' as const, demand: 'all' as const };
    expect(gaps({ params }).total.end).to.equal('most');
  });

  it('counts narrower offers and not broader ones', () => {
    expect(gaps({ offers: [offer(1, ['phonics'])] })).to.deep.include({ offers: 1 });
    expect(gaps({ offers: [offer(1, ['tutoring'])] })).to.deep.include({ offers: 0 });
  });

  it('lists every school, and says "no data" where there is nobody', () => {
    const [row] = gaps({ counts: counts({ groups: [], emptySchools: ['school-1'] }) }).bySchool;
    expect(row).to.deep.include({ id: 'school-1', name: 'East', students: 0, share: null, hidden: false });
    expect(row!.nearestMinutes).to.equal(43);
  });

  it('tells nothing of a school with too few students but what is public', () => {
    const { bySchool, total, byCell } = gaps({ counts: counts({ groups: [] }) });
    const nothing = { students: null, covered: null, share: null, end: null, unmet: null, hidden: true };
    expect(bySchool[0]).to.deep.equal({
      id: 'school-1',
      name: 'East',
      ...nothing,
      nearestMinutes: 43,
      nearestOfferId: 'offer-1',
    });
    expect(total).to.include(nothing);
    expect(byCell).to.deep.equal([]);
  });

  it('says that there is none where there is no offer', () => {
    const { total, bySchool, offers } = gaps({ offers: [] });
    expect(offers).to.equal(0);
    expect(total).to.include({ students: 42, covered: null, share: null, end: 'few' });
    expect(bySchool[0]).to.include({ nearestMinutes: null, nearestOfferId: null });
  });

  it('never measures to a confidential place', () => {
    const hidden = [{ ...offer(1), confidentiality: 'hidden' as const }];
    expect(gaps({ offers: hidden }).bySchool[0]).to.include({ end: 'few', nearestOfferId: null });
  });

  it('counts nobody of whom no place is known', () => {
    const groups = [{ schoolId: 'closed', cell: null, students: 20 }];
    expect(gaps({ counts: counts({ groups }) }).total).to.include({ students: null, hidden: true });
  });

  describe('of a need', () => {
    const params = { terms: ['reading'], minutes: 30, mode: 'bus' as const, demand: 'need' as const };
    const needs = [figure('students reading', 35), figure('unmet reading', 12)];

    it('counts the students that may be told at their school, and not where they live', () => {
      const { bySchool, byCell, total } = gaps({ params, counts: counts({ needs }) });
      expect(bySchool[0]).to.include({ students: 35, covered: null, share: null, end: 'few' });
      expect(total).to.include({ students: 35, end: 'few' });
      expect(byCell).to.deep.equal([]);
      const near = gaps({ params, counts: counts({ needs }), offers: [offer(1)] });
      expect(near.bySchool[0]).to.include({ students: 35, end: 'most' });
    });

    it('hides those that may not', () => {
      const { bySchool } = gaps({
        params,
        counts: counts({ needs: [figure('students reading', 35, false)] }),
      });
      expect(bySchool[0]).to.include({ students: null, covered: null, end: null, hidden: true });
    });

    it('refuses several terms at once', () => {
      const several = { ...params, terms: ['reading', 'music'] };
      expect(() => gaps({ params: several })).to.throw(RangeError, 'one term');
    });

    it('sums unmet needs where all of the terms may be told, each once, and is null before any matching', () => {
      const unmet = (terms: string[], matched = true) =>
        gaps({ params: { ...params, demand: 'all', terms }, counts: counts({ needs, matched }) })
          .bySchool[0]!;
      expect(unmet(['reading'], false)).to.include({ unmet: null, hidden: false });
      expect(unmet(['reading'])).to.include({ unmet: 12, hidden: false });
      expect(unmet(['reading', 'phonics', 'reading'])).to.include({ unmet: 12 });
      expect(unmet(['reading', 'music'])).to.include({ unmet: null, hidden: true });
    });
  });
});
