import { expect } from 'chai';
import { surveysEn } from '../../../web/text/surveys-en.ts';
import { surveysEs } from '../../../web/text/surveys-es.ts';
import type { Text, Texts } from '../../../web/text/translate.ts';
import { unmetEn } from '../../../web/text/unmet-en.ts';
import { unmetEs } from '../../../web/text/unmet-es.ts';

function holes(text: Text | undefined): string[] {
  const forms = text === undefined ? '' : typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The texts about surveys and what was not found', () => {
  it('have the same keys and the same holes in both languages', () => {
    const pairs: [Texts, Texts][] = [
      [surveysEn, surveysEs],
      [unmetEn, unmetEs],
    ];
    for (const [en, es] of pairs) {
      expect(Object.keys(es).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en)) expect(holes(es[key]), key).to.deep.equal(holes(en[key]));
    }
  });
});
