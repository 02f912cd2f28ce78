import { expect } from 'chai';
import fc from 'fast-check';
import { parsePhone } from '../../../core/imports/parse-phone.ts';

describe('parsePhone', () => {
  const numbers = [
    '(202) 540-9862',
    '202-882-1160',
    '2028821160',
    '1-800-395-HELP',
    '+44 1234 234567',
    '211',
    '988',
    '650 780-7525',
    '202.829.1111',
  ];
  for (const text of numbers) {
    it(`keeps ${text} as people write it`, () => {
      expect(parsePhone(text)?.number).to.equal(text);
    });
  }

  it('sets an extension apart', () => {
    expect(parsePhone('(202) 797-8806 ext 1311')).to.include({ number: '(202) 797-8806', extension: '1311' });
  });

  for (const text of [
    '854',
    '',
    '(30`) 982-5025',
    'n/a',
    '0000000000',
    '(202) 715-1950/2',
    '123456',
    '1234567890123456',
  ]) {
    it(`refuses "${text}", which nobody can dial`, () => {
      expect(parsePhone(text)).to.equal(undefined);
    });
  }

  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 2000 }),
        (text) => parsePhone(text) === undefined || text.length > 0,
      ),
    );
  });
});
