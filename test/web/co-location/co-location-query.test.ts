import { expect } from 'chai';
import { coLocationQuery } from '../../../web/parts/co-location/co-location-query.ts';

const parse = (text: string) => coLocationQuery.parse(new URLSearchParams(text));

describe('The address of the screen about sharing a roof', () => {
  it('says what is shown, and nothing that is so anyway', () => {
    expect(coLocationQuery.format(parse('')).toString()).to.equal('');
    const said = 'minutes=30&mode=bus&show=hosts&at=school-1';
    expect(coLocationQuery.format(parse(said)).toString()).to.equal(said);
  });

  it('takes what nobody can ask for what is usual', () => {
    expect(parse('minutes=7&mode=boat&show=all')).to.deep.equal(parse(''));
    expect(parse('minutes=500').minutes).to.equal(15);
  });
});
