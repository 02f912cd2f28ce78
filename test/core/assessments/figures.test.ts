import { expect } from 'chai';
import type { Agreement } from '../../../core/agreements/agreement.ts';
import { agreementsFigure, partnersFigure } from '../../../core/assessments/agreement-figures.ts';
import { gapsFigure, uptakeFigure } from '../../../core/assessments/student-figures.ts';
import type { PlacedFigure } from '../../../core/privacy/placed-figures.ts';
import type { NeedFigure } from '../../../core/privacy/student-counts.ts';
import { taxonomy } from '../matching/world.ts';

const DAY = '2026-11-02';

function agreement(organizationId: string, more: Partial<Agreement> = {}): Agreement {
  return {
    id: `with ${organizationId}`,
    organizationId,
    districtId: 'district',
    title: 'Help',
    schoolIds: ['a'],
    startsOn: '2026-08-01',
    endsOn: '2027-07-31',
    promises: [],
    demands: [],
    contacts: [],
    note: '',
    stage: 'signed',
    deliveries: [],
    history: [],
    version: 1,
    ...more,
  };
}

const known = (agreements: Agreement[]) => ({ agreements, papers: [], day: DAY, warnDays: [60] });

describe('Figures of agreements beside an assessment', () => {
  it('count partners with an agreement in force for the school or the district, and those with all papers', () => {
    const all = known([
      agreement('one'),
      agreement('one', { id: 'again' }),
      agreement('two', { schoolIds: [], demands: ['insurance'] }),
      agreement('elsewhere', { schoolIds: ['b'] }),
      agreement('later', { startsOn: '2027-01-01' }),
      agreement('unsigned', { stage: 'proposed' }),
    ]);
    expect(partnersFigure(all, 'a')).to.deep.equal({ kind: 'partners', asOf: DAY, partners: 2, approved: 1 });
    expect(partnersFigure(all)).to.include({ partners: 3, approved: 2 });
    expect(partnersFigure(all, 'c')).to.include({ partners: 1, approved: 0 });
  });

  it('count what was promised, what has come and what is late', () => {
    const promise = { kind: 'people', what: 'Volunteers', unit: 'hours', quantity: 10 } as const;
    const came = (promiseId: string, quantity: number) => ({
      id: promiseId,
      promiseId,
      quantity,
      on: DAY,
      by: 'x',
      at: DAY,
    });
    const one = agreement('one', {
      endsOn: '2026-12-01',
      promises: [
        { ...promise, id: 'kept', by: '2026-10-01' },
        { ...promise, id: 'late', by: '2026-10-01' },
        { ...promise, id: 'open' },
      ],
      deliveries: [came('kept', 10), came('late', 9)],
    });
    expect(agreementsFigure(known([one, agreement('two')]), 'a')).to.deep.equal({
      kind: 'agreements',
      asOf: DAY,
      inForce: 2,
      ending: 1,
      promises: 3,
      kept: 1,
      late: 1,
    });
  });
});

describe('Figures of students beside an assessment', () => {
  const counted = { countedOn: DAY, threshold: 10, matched: true };
  const placed = (schoolId: string, students: number, told = true): PlacedFigure => ({
    schoolId,
    students,
    told,
  });
  const unmet = (schoolId: string, term: string, students: number, told = true): NeedFigure => ({
    schoolId,
    id: `unmet ${term}`,
    students,
    told,
  });

  it('tell how many have a place in a band, and nothing of what is not told', () => {
    const counts = { ...counted, placed: [placed('a', 23), placed('b', 40, false), placed('c', 30)] };
    expect(uptakeFigure(counts, ['a']).band).to.deep.equal({ studentsFrom: 20, studentsTo: 49 });
    expect(uptakeFigure(counts, ['b']).band).to.equal(null);
    expect(uptakeFigure(counts, ['a', 'b', 'c']).band).to.deep.equal({ studentsFrom: 50, studentsTo: null });
    expect(uptakeFigure(counted, ['a']).band).to.equal(null);
  });

  it('tell what most lack, added up over schools from what each may tell', () => {
    const needs = [
      unmet('a', 'reading', 12),
      unmet('b', 'reading', 11),
      unmet('a', 'music', 15),
      unmet('c', 'music', 50, false),
    ];
    expect(gapsFigure({ ...counted, needs }, taxonomy, ['a', 'b', 'c'])).to.deep.include({
      terms: [
        { term: 'reading', unmet: 23 },
        { term: 'music', unmet: 15 },
      ],
      more: 0,
    });
    expect(gapsFigure({ ...counted, needs }, taxonomy, ['c']).terms).to.deep.equal([]);
  });
});
