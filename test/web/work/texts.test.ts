import { expect } from 'chai';
import type { Text } from '../../../web/text/translate.ts';
import { workEn } from '../../../web/text/work-en.ts';
import { workEs } from '../../../web/text/work-es.ts';

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts of the screens for people who work with schools', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(workEs).sort()).to.deep.equal(Object.keys(workEn).sort());
    for (const key of Object.keys(workEn) as (keyof typeof workEn)[])
      expect(holes(workEs[key]), key).to.deep.equal(holes(workEn[key]));
  });
});
