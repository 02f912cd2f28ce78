import { expect } from 'chai';
import { neighbourhoodFinder } from '../../../core/co-location/neighbourhood.ts';
import { anOffer, aSchool, atKm, HERE, rule, taxonomy, told } from './town.ts';

const schools = [aSchool('near', atKm(3)), aSchool('also', atKm(0, 9)), aSchool('far', atKm(30))];
const counts = {
  needs: [
    ...told('near', { 'basic-needs': 80, food: 60, academic: 40, tutoring: 40, math: 20 }),
    ...told('also', { food: 15, math: 12 }),
    ...told('far', { food: 500, reading: 500 }),
  ],
};
const ask = (offers = [anOffer('a')]) =>
  neighbourhoodFinder({ offers, schools, counts, taxonomy, minutes: 10, rule })(HERE);

describe('What a neighbourhood lacks', () => {
  it('is what its schools tell a need of and nobody gives within reach, the widest kind of it alone', () => {
    expect(ask()).to.deep.equal({
      schools: ['near', 'also'],
      needed: 5,
      missing: 3,
      lacking: [
        { term: 'basic-needs', students: 80 },
        { term: 'math', students: 32 },
      ],
    });
  });

  it('is given by an offer of anything below it, but not the other way round', () => {
    const { lacking } = ask([
      anOffer('a', { terms: ['food'], at: atKm(9) }),
      anOffer('b', { terms: ['academic'] }),
    ]);
    expect(lacking.map(({ term }) => term)).to.deep.equal(['tutoring']);
  });

  it('is given within reach, not beyond it', () => {
    const there = (km: number) => ask([anOffer('a', { terms: ['food'], at: atKm(km) })]).lacking[0]!.term;
    expect(there(9.99)).to.equal('academic');
    expect(there(10.01)).to.equal('basic-needs');
  });

  it('knows nothing but what is told of the schools: no hidden figure, no total, no unmet need', () => {
    expect(JSON.stringify(ask([]))).not.to.include('clothing');
  });

  it('is nothing where no school may tell anything', () => {
    const silent = { needs: told('near', {}) };
    const find = neighbourhoodFinder({ offers: [], schools, counts: silent, taxonomy, minutes: 10, rule });
    expect(find(HERE)).to.deep.equal({ schools: ['near', 'also'], needed: 0, missing: 0, lacking: [] });
  });
});
