import { expect } from 'chai';
import fc from 'fast-check';
import type { AddressToAsk } from '../../../core/geocoding/address-to-ask.ts';
import { censusFile, readCensusAnswer } from '../../../core/geocoding/census.ts';
import { nominatimQuery, readNominatimAnswer } from '../../../core/geocoding/nominatim.ts';

const asked: AddressToAsk = {
  street: '12 Mill Road',
  city: 'Alder Creek',
  state: 'NE',
  postalCode: '68001-1234',
  country: '',
};

describe('The batch of the Census geocoder', () => {
  it('tells of each address its row, street, town, state and five digits', () => {
    expect(censusFile([asked, { ...asked, street: '5 "B", Elm' }])).to.equal(
      '0,12 Mill Road,Alder Creek,NE,68001\r\n1,"5 ""B"", Elm",Alder Creek,NE,68001\r\n',
    );
  });

  it('is read whatever the order of its rows', () => {
    const answer = [
      '"2","x","Tie"',
      '"0","12 Mill Road, Alder Creek, NE, 68001","Match","Non_Exact","12 MILL RD, ALDER CREEK, NE, 68001","-96.51,40.52","76","L"',
      '"1","y","No_Match"',
    ].join('\n');
    const [first, second, third] = readCensusAnswer(answer, 3);
    expect(first).to.deep.equal({
      found: [
        {
          point: [-96.51, 40.52],
          label: '12 MILL RD, ALDER CREEK, NE, 68001',
          quality: 'exact',
          approximate: true,
          street: '12 MILL RD',
          city: 'ALDER CREEK',
          states: ['NE'],
          postalCode: '68001',
        },
      ],
    });
    expect(second).to.deep.equal({ found: [] });
    expect(third).to.deep.equal({ found: [], several: true });
  });

  it('takes a row that is missing, foreign or senseless for one that was not answered', () => {
    const senseless =
      '"0","x","Match","Exact","12 MILL RD","nowhere","7","L"\n"9","x","Tie"\n"a","x","Tie"\n';
    expect(readCensusAnswer(senseless, 2)).to.deep.equal([undefined, undefined]);
    fc.assert(fc.property(fc.string(), (text) => readCensusAnswer(text, 2).length === 2));
  });
});

describe('A search of Nominatim', () => {
  it('asks by the parts that are known', () => {
    const query = nominatimQuery(asked, 'maps@example.org');
    expect(Object.fromEntries(query)).to.include({
      street: '12 Mill Road',
      city: 'Alder Creek',
      state: 'NE',
      postalcode: '68001-1234',
      format: 'jsonv2',
      email: 'maps@example.org',
    });
    expect(query.has('country')).to.equal(false);
  });

  it('trusts a point for the house only where the number is the same', () => {
    const place = (more: object) => ({ lon: '-96.5', lat: '40.5', display_name: 'There', ...more });
    const qualities = (...places: object[]) =>
      readNominatimAnswer(places, asked)?.found.map(({ quality }) => quality);
    expect(
      qualities(
        place({ place_rank: 30, address: { house_number: '12', road: 'Mill Road' } }),
        place({ place_rank: 30, address: { house_number: '14', road: 'Mill Road' } }),
        place({ place_rank: 26, address: { road: 'Mill Road' } }),
        place({ place_rank: 16 }),
      ),
    ).to.deep.equal(['exact', 'street', 'street', 'place']);
  });

  it('knows the town, whatever it is called, and both names of the state', () => {
    const address = {
      village: 'Alder Creek',
      state: 'Nebraska',
      'ISO3166-2-lvl4': 'US-NE',
      postcode: '68001',
    };
    const answer = readNominatimAnswer([{ lon: -96.5, lat: 40.5, address }], asked);
    expect(answer?.found[0]).to.deep.include({
      city: 'Alder Creek',
      states: ['Nebraska', 'NE'],
      postalCode: '68001',
    });
  });

  it('takes nothing else for an answer', () => {
    for (const wrong of [null, {}, 'busy', [{ lon: 'x', lat: 1 }], [{ lon: 200, lat: 1 }]])
      expect(readNominatimAnswer(wrong, asked)).to.equal(undefined);
    expect(readNominatimAnswer([], asked)).to.deep.equal({ found: [] });
  });
});
