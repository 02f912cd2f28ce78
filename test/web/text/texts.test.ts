import { expect } from 'chai';
import { en } from '../../../web/text/en.ts';
import { es } from '../../../web/text/es.ts';
import { LANGUAGES, render, type Text, type Texts } from '../../../web/text/translate.ts';

const texts: Record<string, Texts> = { en, es };
const keys = Object.keys(en) as (keyof typeof en)[];

describe('The texts of the interface', () => {
  it('are there in every language', () => {
    for (const language of LANGUAGES) expect(texts[language]).to.have.all.keys(keys);
  });

  it('leave the same holes in every language', () => {
    for (const key of keys) expect(holes(es[key]), key).to.deep.equal(holes(en[key]));
  });

  it('have no empty form', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(texts[language]!))
        for (const form of forms(text)) expect(form.trim(), `${language} ${key}`).to.not.equal('');
    }
  });

  it('show every value they are given, and no hole is left', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(texts[language]!)) {
        const names = holes(text);
        const values = Object.fromEntries(
          names.map((name, index) => [name, name === 'n' ? 7 : `value-${index}`]),
        );
        const said = render(language, text, { n: 7, ...values });
        expect(said, key).to.not.match(/[{}]/);
        for (const name of names) expect(said, `${language} ${key}`).to.contain(String(values[name]));
      }
    }
  });

  it('are spoken to people, not about systems', () => {
    const jargon = /\b(submit|invalid|null|undefined|query|session expired|fetch|backend|API)\b/i;
    for (const [key, text] of Object.entries(en))
      for (const form of forms(text)) expect(form, key).to.not.match(jargon);
  });
});

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** The names in braces of all forms together, sorted. */
function holes(text: Text): string[] {
  return [
    ...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]!))),
  ].sort();
}
