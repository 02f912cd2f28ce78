import { expect } from 'chai';
import { accountsEn } from '../../../web/text/accounts-en.ts';
import { accountsEs } from '../../../web/text/accounts-es.ts';
import type { Text } from '../../../web/text/translate.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts of the screens about accounts', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(accountsEs)).to.have.members(Object.keys(accountsEn));
    for (const key of Object.keys(accountsEn) as (keyof typeof accountsEn)[])
      expect(holes(accountsEs[key]), key).to.deep.equal(holes(accountsEn[key]));
  });
});
