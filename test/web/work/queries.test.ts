import { expect } from 'chai';
import {
  GAP_METHODS,
  gapQuery,
  paramsOf,
  questionOf,
  sameParams,
} from '../../../web/parts/work/gap-query.ts';
import { schoolQuery } from '../../../web/parts/work/school-query.ts';

describe('What the address keeps', () => {
  it('brings a gap map back as it was sent', () => {
    const query = {
      terms: ['counseling', 'food'],
      minutes: 45,
      mode: 'bus',
      count: 'children',
      method: 'e2sfca',
      decay: 'gaussian',
      by: 'cell',
      shown: 'minutes',
      rule: 'equal',
      at: '87',
    } as const;
    const sent = gapQuery.format({ ...query, terms: [...query.terms] });
    expect(gapQuery.parse(new URLSearchParams(sent.toString()))).to.deep.equal(query);
  });

  it('counts students with a need for one kind of help, the one chosen last', () => {
    const { terms, count } = gapQuery.parse(new URLSearchParams('terms=food,counseling&demand=need'));
    expect({ terms, count }).to.deep.equal({ terms: ['counseling'], count: 'need' });
    expect(gapQuery.format({ ...gapQuery.parse(new URLSearchParams()), count }).toString()).to.equal(
      'demand=need',
    );
  });

  it('stays short where nothing is chosen, and takes nonsense for nothing', () => {
    expect(gapQuery.format(gapQuery.parse(new URLSearchParams())).toString()).to.equal('');
    expect(gapQuery.parse(new URLSearchParams('minutes=-3&mode=rocket&demand=x&by=y'))).to.deep.equal(
      gapQuery.parse(new URLSearchParams()),
    );
    expect(schoolQuery.parse(new URLSearchParams('page=x&minutes=9999'))).to.deep.equal({
      minutes: 20,
      mode: 'car',
      page: 1,
    });
  });

  it('is never whom one looks for among students', () => {
    const query = schoolQuery.parse(new URLSearchParams('q=Ana&page=2'));
    expect(schoolQuery.format(query).toString()).to.equal('page=2');
  });

  it('finds the question again that a run answers, whatever was measured and of whom', () => {
    const asked = { terms: ['food'], minutes: 45, mode: 'bus', decay: 'step' } as const;
    for (const count of ['students', 'need', 'enrolment', 'children'] as const)
      for (const method of GAP_METHODS.filter((known) => known !== 'coverage')) {
        const question = { ...asked, terms: [...asked.terms], count, method };
        expect(questionOf(paramsOf(question)), `${count} ${method}`).to.deep.equal(question);
      }
    const own = { ...paramsOf({ ...asked, terms: ['food'], count: 'students', method: 'e2sfca' }) };
    const decay = { kind: 'exponential', beta: 0.5 } as const;
    expect(questionOf({ ...own, measure: { method: 'e2sfca', limit: 45, decay } })).to.equal(undefined);
    const before = { terms: ['food'], minutes: 45, mode: 'bus', demand: 'all' } as const;
    expect(questionOf({ ...before, terms: ['food'] })).to.include({ count: 'students', method: 'share' });
  });

  it('takes the same terms in another order for the same question', () => {
    const params = { terms: ['a', 'b'], minutes: 30, mode: 'car', demand: 'all' } as const;
    expect(sameParams({ ...params, terms: ['a', 'b'] }, { ...params, terms: ['b', 'a'] })).to.equal(true);
    expect(sameParams({ ...params, terms: ['a'] }, { ...params, terms: ['a', 'b'] })).to.equal(false);
  });
});
