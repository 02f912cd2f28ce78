import { expect } from 'chai';
import { isFree } from '../../../core/directory/free.ts';

const noCosts: never[] = [];

describe('Whether a service is free', () => {
  const free = [
    'Free',
    'FREE!',
    'No fee.',
    'There is no charge for this program',
    'All services are free of charge',
    'Sin costo',
    'Servicio gratuito para todas las familias',
  ];
  for (const text of free) {
    it(`is a yes for "${text}"`, () => expect(isFree(noCosts, text)).to.equal(true));
  }

  const priced = ['$20 per session', 'US$ 15', '$1,200 per semester', '10 dollars per class'];
  for (const text of priced) {
    it(`is a no for "${text}"`, () => expect(isFree(noCosts, text)).to.equal(false));
  }

  const open = [
    undefined,
    '',
    '   ',
    'Call for fees',
    'Not free',
    'Free for members, $5 for others',
    'First visit free',
    'Free for students who qualify for free and reduced lunch',
    'Sliding scale; no one is turned away',
    'Free with Medicaid',
    'Donations welcome',
    'Gratis para residentes, otros $10',
    'Free, except a $10 deposit for materials',
    'Some classes are free',
  ];
  for (const text of open) {
    it(`is to be asked for ${JSON.stringify(text)}`, () => expect(isFree(noCosts, text)).to.equal(undefined));
  }

  it('follows the amounts before the words', () => {
    expect(isFree([{ amount: 0 }], undefined)).to.equal(true);
    expect(isFree([{ amount: 12 }], undefined)).to.equal(false);
  });

  it('is to be asked where some pay and some do not', () => {
    expect(isFree([{ amount: 0 }, { amount: 12 }], undefined)).to.equal(undefined);
    expect(isFree([{ amount: 12 }], 'Free for members')).to.equal(undefined);
    expect(isFree([{ amount: 0 }], '$5 for adults')).to.equal(undefined);
  });

  it('listens to what a cost without an amount says', () => {
    expect(isFree([{ amountDescription: 'No cost' }], undefined)).to.equal(true);
    expect(isFree([{ option: 'Sliding scale' }], undefined)).to.equal(undefined);
  });
});
