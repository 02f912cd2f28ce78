import { expect } from 'chai';
import fc from 'fast-check';
import { namePatterns } from '../../../core/hsds/name-pattern.ts';
import { postcodePattern } from '../../../core/hsds/postcode-pattern.ts';

describe('A postcode that is asked for', () => {
  const finds = (asked: string, written: string) => postcodePattern(asked).test(written);

  it('is found with and without its further digits', () => {
    expect(finds('65201', '65201-1234')).to.equal(true);
    expect(finds('65201-1234', '65201')).to.equal(true);
    expect(finds('65201', '652011')).to.equal(false);
    expect(finds('65201', '165201')).to.equal(false);
  });

  it('is found however it is written elsewhere', () => {
    expect(finds('sw1a1aa', 'SW1A 1AA')).to.equal(true);
    expect(finds('SW1A 1AA', 'SW1A1AB')).to.equal(false);
  });

  it('is never a pattern of whoever asks', () => {
    expect(finds('6.*', '65201')).to.equal(false);
    fc.assert(fc.property(fc.string(), (text) => void postcodePattern(text).test('65201')));
  });
});

describe('A name that is searched', () => {
  const finds = (search: string, name: string) => namePatterns(search).every((pattern) => pattern.test(name));

  it('holds each word, from its beginning, with or without accents', () => {
    expect(finds('nina jardin', 'Jardín de Niñas')).to.equal(true);
    expect(finds('Niñ', 'jardin de ninas')).to.equal(true);
    expect(finds('ardin', 'Jardín de Niñas')).to.equal(false);
    expect(finds('jardin rosas', 'Jardín de Niñas')).to.equal(false);
  });

  it('is never a pattern of whoever searches', () => {
    expect(finds('j.*', 'Jardín de Niñas')).to.equal(true);
    expect(finds('(xx+)+yy', 'xxxxxxxxxxxxxxxxxxxxxxxx')).to.equal(false);
  });
});
