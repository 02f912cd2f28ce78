import { expect } from 'chai';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { filterRows, NO_FILTER, type RowNames, sortPlanRows } from '../../../web/parts/plans/filter-rows.ts';
import { flowIdOf } from '../../../web/parts/plans/flows.ts';
import { places, planRow, unplaced } from './plan-rows.ts';

const rows = [
  planRow('10', { urgency: 1, score: 0.9 }),
  planRow('2', { urgency: 3, schoolId: 'willow', term: 'glasses', offerId: 'glasses', score: 0.5 }),
  unplaced('1', { urgency: 3 }),
  planRow('3', { state: 'refused' }),
];

const names: RowNames = {
  term: (id) => id,
  school: (id) => places.schools[id]?.name ?? '',
  place: ({ offerId }) => (offerId === undefined ? null : (places.offers[offerId]?.name ?? '')),
};

const ids = (some: readonly PlanRow[]) => some.map(({ id }) => id);

describe('The rows of a plan that are shown', () => {
  const shown = (filter: Partial<typeof NO_FILTER>, number = '') =>
    ids(filterRows(rows, { ...NO_FILTER, ...filter }, number, places));

  it('are all where nothing is chosen', () => {
    expect(shown({})).to.deep.equal(ids(rows));
  });

  it('are those of the school, the need, the urgency and the state', () => {
    expect(shown({ school: 'willow' })).to.deep.equal(['2']);
    expect(shown({ term: 'tutoring' })).to.deep.equal(['10', '1', '3']);
    expect(shown({ urgency: '3' })).to.deep.equal(['2', '1']);
    expect(shown({ state: 'unplaced' })).to.deep.equal(['1']);
    expect(shown({ urgency: '3', state: 'proposed' })).to.deep.equal(['2']);
  });

  it('are those whose number has what was typed, in any case', () => {
    expect(shown({}, ' d-1 ')).to.deep.equal(['10', '1']);
    expect(shown({}, 'D-3')).to.deep.equal(['3']);
  });

  it('are those of one flow', () => {
    expect(shown({ flow: flowIdOf(rows[0]!, places) })).to.deep.equal(['10']);
  });
});

describe('The order of the rows of a plan', () => {
  const sorted = (key: string, down = false) => ids(sortPlanRows(rows, { key, down }, names, 'en-US'));

  it('is by urgency and then by number, as people count', () => {
    expect(sorted('urgency', true)).to.deep.equal(['1', '2', '3', '10']);
    expect(sorted('number')).to.deep.equal(['1', '2', '3', '10']);
  });

  it('is by any column, and who has no place stays last in both directions', () => {
    expect(sorted('score', true)).to.deep.equal(['10', '3', '2', '1']);
    expect(sorted('score')).to.deep.equal(['2', '3', '10', '1']);
    expect(sorted('place')).to.deep.equal(['2', '3', '10', '1']);
    expect(sorted('school', true)[0]).to.equal('2');
    expect(sorted('state')).to.deep.equal(['1', '2', '10', '3']);
    expect(sorted('term')[0]).to.equal('2');
  });
});
