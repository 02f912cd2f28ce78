import { expect } from 'chai';
import { coLocationEn } from '../../../web/text/co-location-en.ts';
import { coLocationEs } from '../../../web/text/co-location-es.ts';
import type { Text } from '../../../web/text/translate.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts about sharing a roof', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(coLocationEs).sort()).to.deep.equal(Object.keys(coLocationEn).sort());
    for (const key of Object.keys(coLocationEn) as (keyof typeof coLocationEn)[])
      expect(holes(coLocationEs[key]), key).to.deep.equal(holes(coLocationEn[key]));
  });
});
