import { expect } from 'chai';
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { computeGaps, type GapInput } from '../../../core/gaps/compute-gaps.ts';
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

function student(changes = {}) {
  return { id: 's-1', schoolId: 'school-1', needs: [{ term: 'reading' }], ...changes };
}

function gaps(changes: Partial<GapInput>) {
  return computeGaps({
    params: { terms: ['reading'], minutes: 30, mode: 'bus', demand: 'all' },
    offers: [offer(5)],
    students: [student()],
    schools: [SCHOOL],
    taxonomy,
    travel,
    ...changes,
  });
}

describe('computeGaps', () => {
  it('finds the same as asking every offer for every student of every row', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        expect(computeGaps(world)).to.deep.equal(gapsNaively(world));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same result in whatever order anything comes', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const turned = {
          ...world,
          offers: world.offers.toReversed(),
          students: world.students.toReversed(),
          schools: world.schools.toReversed(),
        };
        expect(computeGaps(turned)).to.deep.equal(computeGaps(world));
      }),
    );
  });

  it('covers a student from school or from home, whichever is nearer', () => {
    expect(gaps({}).total).to.include({ students: 1, covered: 1, share: 1 });
    expect(gaps({ offers: [offer(10)] }).total.covered).to.equal(0);
    expect(
      gaps({ offers: [offer(10)], students: [student({ homeCell: cellAt(9) })] }).total.covered,
    ).to.equal(1);
  });

  it('is not bounded by what a child is sent, only by the minutes asked for', () => {
    const params = { terms: ['reading'], minutes: 240, mode: 'walk' as const, demand: 'all' as const };
    expect(gaps({ params, offers: [offer(10)] }).total.covered).to.equal(1);
  });

  it('counts narrower offers and not broader ones', () => {
    expect(gaps({ offers: [offer(1, ['phonics'])] })).to.deep.include({ offers: 1 });
    expect(gaps({ offers: [offer(1, ['tutoring'])] })).to.deep.include({ offers: 0 });
  });

  it('counts students with a need of the terms where that is asked', () => {
    const params = { terms: ['reading'], minutes: 30, mode: 'bus' as const, demand: 'need' as const };
    const students = [
      student(),
      student({ id: 's-2', needs: [{ term: 'phonics' }] }),
      student({ id: 's-3', needs: [{ term: 'music' }] }),
    ];
    expect(gaps({ params, students }).total.students).to.equal(2);
  });

  it('lists every school, and says "no data" where there is nobody', () => {
    const [row] = gaps({ students: [] }).bySchool;
    expect(row).to.deep.include({ id: 'school-1', name: 'East', students: 0, share: null, hidden: false });
    expect(row!.nearestMinutes).to.equal(25.5);
  });

  it('says that there is none where there is no offer', () => {
    const { total, bySchool, offers } = gaps({ offers: [] });
    expect(offers).to.equal(0);
    expect(total).to.include({ students: 1, covered: 0, share: 0 });
    expect(bySchool[0]).to.include({ nearestMinutes: null, nearestOfferId: null });
  });

  it('never measures to a confidential place', () => {
    const hidden = [{ ...offer(1), confidentiality: 'hidden' as const }];
    expect(gaps({ offers: hidden }).bySchool[0]).to.include({ covered: 0, nearestOfferId: null });
  });

  it('counts nobody of whom no place is known', () => {
    const { total } = gaps({ students: [student({ schoolId: 'closed' })] });
    expect(total).to.include({ students: 0, share: null });
  });

  it('coarsens homes to the resolution asked for', () => {
    const students = [student({ homeCell: cellAt(0) }), student({ id: 's-2', homeCell: cellAt(0.5) })];
    expect(gaps({ students, homeResolution: 5 }).byCell).to.have.length(1);
    expect(gaps({ students }).byCell).to.have.length(2);
  });

  it('counts unmet needs of the terms, and null before any matching', () => {
    expect(gaps({}).total.unmet).to.equal(null);
    const unmetByStudent = new Map([['s-1', new Set(['reading', 'phonics', 'music'])]]);
    expect(gaps({ unmetByStudent }).total).to.include({ unmet: 2, unmetStudents: 1 });
    expect(gaps({ unmetByStudent: new Map() }).total.unmet).to.equal(0);
  });
});
