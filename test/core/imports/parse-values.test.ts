import { expect } from 'chai';
import fc from 'fast-check';
import { parseAges, uniteAges } from '../../../core/imports/parse-ages.ts';
import { parseBoolean } from '../../../core/imports/parse-boolean.ts';
import { costFromText } from '../../../core/imports/parse-cost.ts';
import { parseDate, parseInstant } from '../../../core/imports/parse-date.ts';
import { parseGrade } from '../../../core/imports/parse-grade.ts';
import { languageCode, splitLanguages } from '../../../core/imports/parse-language.ts';
import { parseLocale } from '../../../core/imports/parse-locale.ts';
import { parseCount } from '../../../core/imports/parse-number.ts';

describe('parseDate', () => {
  it('reads the forms that files use', () => {
    const texts = [
      '2015-12-24',
      '2015-12-24T10:00:00Z',
      '20151224',
      '12/24/2015',
      '24/12/2015',
      'December 24, 2015',
      '24 Dec 2015',
    ];
    expect(texts.map(parseDate)).to.deep.equal(texts.map(() => '2015-12-24'));
  });

  it('refuses days that the calendar does not have', () => {
    expect(
      ['2015-02-29', '13/13/2015', '12/24/15', '9:00AM', 'January 01, 0001', ''].map(parseDate),
    ).to.deep.equal(Array(6).fill(undefined));
  });

  it('reads every day of some centuries back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1800-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-');
          expect([parseDate(iso), parseDate(`${month}/${day}/${year}`)]).to.deep.equal([iso, iso]);
        },
      ),
    );
  });

  it('gives an instant its offset', () => {
    expect(parseInstant('2024-09-25T14:23:06.5+01:00')).to.equal('2024-09-25T13:23:06.500Z');
    expect(parseInstant('2024-09-25')).to.equal('2024-09-25T00:00:00.000Z');
  });
});

describe('parseAges', () => {
  it('reads phrases that are about nothing else', () => {
    expect(parseAges('Ages 60+')).to.deep.equal({ minimumAge: 60 });
    expect(parseAges('Youth (6-12)')).to.deep.equal({ minimumAge: 6, maximumAge: 12 });
    expect(parseAges('Age 55 or over')).to.deep.equal({ minimumAge: 55 });
    expect(parseAges('18 and under')).to.deep.equal({ maximumAge: 18 });
    expect(parseAges('All ages')).to.deep.equal({});
  });

  it('does not read sentences that say more', () => {
    const texts = [
      'Age 55 or over for most programs, age 60 or over for lunch',
      'DC Resident',
      'Ages 12-6',
      '200% Federal Poverty Line',
      'Ward 8',
    ];
    expect(texts.map(parseAges)).to.deep.equal(texts.map(() => undefined));
  });

  it('unites groups to the widest, open where one is open', () => {
    expect(
      uniteAges([
        { minimumAge: 6, maximumAge: 12 },
        { minimumAge: 13, maximumAge: 19 },
      ]),
    ).to.deep.equal({ minimumAge: 6, maximumAge: 19 });
    expect(uniteAges([{ minimumAge: 6, maximumAge: 12 }, { minimumAge: 60 }])).to.deep.equal({
      minimumAge: 6,
    });
    expect(uniteAges([{ minimumAge: 6 }, {}])).to.deep.equal({});
  });
});

describe('parseGrade', () => {
  it("reads NCES's and schools' own ways", () => {
    const texts = ['PK', 'Pre-K', 'KG', 'K', '0', '-1', '03', '3rd', 'Grade 3', 'G09', '12', '1'];
    expect(texts.map(parseGrade)).to.deep.equal([-1, -1, 0, 0, 0, -1, 3, 3, 3, 9, 12, 1]);
  });

  it('refuses what is no grade', () => {
    expect(['UG', 'AE', 'M', '13', '', 'N', '2.5'].map(parseGrade)).to.deep.equal(Array(7).fill(undefined));
  });
});

describe('languageCode', () => {
  it('knows codes and names, English and Spanish', () => {
    const texts = [
      'Spanish',
      'español',
      'es-MX',
      'spa',
      'Chinese (Mandarin)',
      'Haitian Creole',
      'Tagalog',
      'ur',
      'vietnamita',
    ];
    expect(texts.map(languageCode)).to.deep.equal(['es', 'es', 'es', 'es', 'zh', 'ht', 'tl', 'ur', 'vi']);
  });

  it('has no two letters for what the standard leaves out', () => {
    expect(['American Sign Language', 'Klingon', '', '136', 'xx'].map(languageCode)).to.deep.equal(
      Array(5).fill(undefined),
    );
  });

  it('splits lists', () => {
    expect(splitLanguages('Spanish, Tagalog and English')).to.deep.equal(['Spanish', 'Tagalog', 'English']);
  });
});

describe('costFromText', () => {
  it('reads only what is certain', () => {
    expect(costFromText('Free of Charge')?.amount).to.equal(0);
    expect(costFromText('None.')?.amount).to.equal(0);
    expect(costFromText('$60.00')?.amount).to.equal(60);
    expect(costFromText('Free for DC residents')).to.equal(undefined);
    expect(costFromText('None, except for permits')).to.equal(undefined);
  });
});

describe('parseBoolean, parseCount, parseLocale', () => {
  it('read yes and no', () => {
    expect(['TRUE', 'y', 'no', '0', 'maybe'].map(parseBoolean)).to.deep.equal([
      true,
      true,
      false,
      false,
      undefined,
    ]);
  });

  it('read counts with separators and refuse the rest', () => {
    expect(['1,250', '12.0', '0', '-2', '12.5', 'NA'].map(parseCount)).to.deep.equal([
      1250,
      12,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('read NCES locales by their tens', () => {
    expect(
      ['11', '21-Suburb: Large', '33', '43.0', 'Rural: Remote', 'M', '51'].map(parseLocale),
    ).to.deep.equal(['city', 'suburb', 'town', 'rural', 'rural', undefined, undefined]);
  });
});
