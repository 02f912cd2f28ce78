import { expect } from 'chai';
import { namesWithin, nameWords } from '../../../core/duplicates/name-words.ts';
import { readStreet } from '../../../core/duplicates/read-street.ts';
import { readDigits, readEmail, readWeb } from '../../../core/duplicates/read-web.ts';
import { duplicateRules } from './duplicate-data.ts';

const street = (address1: string) => readStreet({ address1 }, duplicateRules.words);
const words = (name: string) => nameWords(name, duplicateRules.words);

describe('what is compared of a record', () => {
  it('is the same street however it is written', () => {
    const ways = ['421 Alabama Ave SE', '421 Alabama Avenue, S.E.', '421 ALABAMA AV Southeast'];
    expect(new Set(ways.map((way) => JSON.stringify(street(way)))).size).to.equal(1);
    expect(street('12 14th Street NW, Suite 300')).to.deep.equal({
      number: '12',
      street: '14 nw',
      unit: '300',
    });
    expect(street('12 14th St NW 3rd Floor')?.unit).to.equal(street('12 14th St NW, Floor 3')?.unit);
  });

  it('keeps two houses, two quadrants and two suites apart', () => {
    const different = ['1 M St NW', '3 M St NW', '1 M St NE', '1 M St NW #2'];
    expect(new Set(different.map((way) => JSON.stringify(street(way)))).size).to.equal(4);
    expect(readStreet({ city: 'Alder' }, {})).to.equal(undefined);
  });

  it('is the words of a name without what every name has', () => {
    expect(words("The Children's Ctr. of Alder, Inc.")).to.deep.equal(['childrens', 'center', 'alder']);
    expect(words('U.S. Dept of Health')).to.deep.equal(['us', 'department', 'health']);
    expect(words('Ágora Niños')).to.deep.equal(['agora', 'ninos']);
  });

  it('is an acronym in brackets as a name of its own, and no other words in brackets', () => {
    expect(namesWithin('Child and Family Agency (CFA)')).to.include.members([
      'Child and Family Agency',
      'CFA',
    ]);
    expect(namesWithin('Clinic (Ward 5)')).to.deep.equal(['Clinic (Ward 5)', 'Clinic']);
  });

  it('is a page, an address, a number without the ways of writing them', () => {
    const shared = new Set(['facebook.com']);
    expect(readWeb('HTTPS://www.Hope.org/', shared)).to.deep.equal({ host: 'hope.org', page: 'hope.org' });
    expect(readWeb('hope.org/index.html?x=1', shared)).to.deep.equal(readWeb('http://hope.org', shared));
    expect(readWeb('https://facebook.com/hope', shared)?.host).to.equal('facebook.com/hope');
    expect([readWeb('https://facebook.com', shared), readWeb('call us', shared)]).to.deep.equal([
      undefined,
      undefined,
    ]);
    expect([readEmail(' Info@Hope.org '), readEmail('none')]).to.deep.equal(['info@hope.org', undefined]);
    expect([readDigits('+1 (202) 555-0101'), readDigits('911')]).to.deep.equal(['2025550101', undefined]);
  });
});
