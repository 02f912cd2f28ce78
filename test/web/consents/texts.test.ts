import { expect } from 'chai';
import { consentsEn } from '../../../web/text/consents-en.ts';
import { consentsEs } from '../../../web/text/consents-es.ts';
import type { Text } from '../../../web/text/translate.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts of the screens about consents', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(consentsEs).sort()).to.deep.equal(Object.keys(consentsEn).sort());
    for (const key of Object.keys(consentsEn) as (keyof typeof consentsEn)[])
      expect(holes(consentsEs[key]), key).to.deep.equal(holes(consentsEn[key]));
  });
});
