import { expect } from 'chai';
import { suggestionEn } from '../../../web/text/suggestion-en.ts';
import { suggestionEs } from '../../../web/text/suggestion-es.ts';
import type { Text, Texts } from '../../../web/text/translate.ts';
import { verificationEn } from '../../../web/text/verification-en.ts';
import { verificationEs } from '../../../web/text/verification-es.ts';

function holes(text: Text | undefined): string[] {
  const forms = typeof text === 'string' ? [text] : Object.values(text ?? {});
  return [
    ...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))),
  ].sort();
}

describe('The words about a right directory', () => {
  const pairs: [Texts, Texts][] = [
    [verificationEn, verificationEs],
    [suggestionEn, suggestionEs],
  ];

  it('have the same keys and the same holes in both languages', () => {
    for (const [en, es] of pairs) {
      expect(Object.keys(es)).to.deep.equal(Object.keys(en));
      for (const key of Object.keys(en)) expect(holes(es[key]), key).to.deep.equal(holes(en[key]));
    }
  });

  it('name a button as it reads, with what it is about', () => {
    for (const texts of [verificationEn, verificationEs]) {
      const buttons: [label: Text, name: Text][] = [
        [texts.right, texts.rightOf],
        [texts.changed, texts.changedOf],
        [texts['partner.stillFree'], texts['partner.stillFreeOf']],
        [texts['partner.count'], texts['partner.countOf']],
      ];
      for (const [label, name] of buttons)
        expect(String(name).toLowerCase()).to.include(String(label).replace('…', '').toLowerCase());
    }
  });
});
