import { expect } from 'chai';
import { gapQuery, sameParams } from '../../../web/parts/work/gap-query.ts';
import { schoolQuery } from '../../../web/parts/work/school-query.ts';

describe('What the address keeps', () => {
  it('brings a gap map back as it was sent', () => {
    const query = {
      terms: ['counseling', 'food'],
      minutes: 45,
      mode: 'bus',
      demand: 'all',
      by: 'cell',
      measure: 'minutes',
      at: '87',
    } as const;
    const sent = gapQuery.format({ ...query, terms: [...query.terms] });
    expect(gapQuery.parse(new URLSearchParams(sent.toString()))).to.deep.equal(query);
  });

  it('counts students with a need for one kind of help, the one chosen last', () => {
    const { terms, demand } = gapQuery.parse(new URLSearchParams('terms=food,counseling&demand=need'));
    expect({ terms, demand }).to.deep.equal({ terms: ['counseling'], demand: 'need' });
    expect(gapQuery.format({ ...gapQuery.parse(new URLSearchParams()), demand }).toString()).to.equal(
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

  it('takes the same terms in another order for the same question', () => {
    const params = { terms: ['a', 'b'], minutes: 30, mode: 'car', demand: 'all' } as const;
    expect(sameParams({ ...params, terms: ['a', 'b'] }, { ...params, terms: ['b', 'a'] })).to.equal(true);
    expect(sameParams({ ...params, terms: ['a'] }, { ...params, terms: ['a', 'b'] })).to.equal(false);
  });
});
