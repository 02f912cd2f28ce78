import { expect } from 'chai';
import { nearestWords } from '../../../web/parts/work/nearest-words.ts';
import { wording } from './wording.ts';

const said = (minutes: number, language: 'en' | 'es' = 'en') =>
  nearestWords({ name: 'Riverbend Clinic', minutes }, 20, wording(language).t);

describe('Saying what is nearest to a school', () => {
  it('names it with its minutes', () => {
    expect(said(9.4)).to.equal('Riverbend Clinic, 9 min');
    expect(said(20)).to.equal('Riverbend Clinic, 20 min');
  });

  it('says that nothing is within the limit where it is further', () => {
    expect(said(40.6)).to.equal('Nothing within 20 min. The nearest is Riverbend Clinic, 41 min.');
    expect(said(40.6, 'es')).to.equal(
      'Nada a menos de 20 min. Lo más cercano es Riverbend Clinic, a 41 min.',
    );
  });

  it('never contradicts itself just beyond the limit', () => {
    expect(said(20.2)).to.equal('Nothing within 20 min. The nearest is Riverbend Clinic, 21 min.');
  });
});
