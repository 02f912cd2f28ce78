import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import { ConsentTerms } from '../../../core/consents/consent.ts';
import { ConsentForm, hasPurpose, renderForm } from '../../../core/consents/consent-form.ts';
import { RECORD_CATEGORIES } from '../../../core/consents/record-category.ts';

const json = JSON.parse(
  await readFile(new URL('../../../data/consents/form-1.json', import.meta.url), 'utf8'),
);
const form = ConsentForm.parse(json);
const facts = {
  studentName: 'Mateo Ortega',
  studentNumber: 'D-11423',
  schoolName: 'Cedar Hollow Elementary',
  recipientNames: ['Meadowlark County Schools'],
};
const terms = ConsentTerms.parse({
  records: ['needs', 'name'],
  purpose: 'give-help',
  recipient: { kind: 'organization', id: 'o1' },
  expiresAt: '2027-06-30',
  language: 'es',
});

describe('The consent form', () => {
  it('says in the family’s language what is shared, with whom, what for and until when', () => {
    const text = renderForm(form, terms, facts);
    expect(text).to.match(/^Permiso para compartir/);
    for (const said of [
      'Mateo Ortega',
      'D-11423',
      'Cedar Hollow Elementary',
      '– el nombre y el número de estudiante\n– en qué necesita ayuda',
      'Con quién: Meadowlark County Schools.',
      'Para qué: ofrecerle un lugar y darle la ayuda.',
      'Hasta: 30 de junio de 2027.',
    ])
      expect(text).to.contain(said);
    expect(text).to.not.match(/[{}]/);
    expect(renderForm(form, { ...terms, language: 'en' }, facts)).to.contain('Until: June 30, 2027.');
  });

  it('names a class of recipients by what they offer', () => {
    const forClass: ConsentTerms = { ...terms, recipient: { kind: 'class', terms: ['a', 'b'] } };
    const text = renderForm(form, forClass, { ...facts, recipientNames: ['Tutoría', 'Lentes'] });
    expect(text).to.contain('todas las organizaciones de nuestro directorio que ofrecen Tutoría, Lentes.');
  });

  it('gives the same text for the same choice, in whatever order it was made', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...RECORD_CATEGORIES], { minLength: 1 }), (records) => {
        const parse = (list: string[]) => ConsentTerms.parse({ ...terms, records: list });
        const one = renderForm(form, parse(records), facts);
        expect(renderForm(form, parse([...records, ...records].reverse()), facts)).to.equal(one);
      }),
    );
  });

  it('takes nothing in a name for a hole of its own', () => {
    const text = renderForm(form, terms, { ...facts, studentName: '{school}' });
    expect(text).to.contain('{school}');
  });

  it('is refused by its shape where a hole, a purpose or a kind of record is missing', () => {
    const without = (change: (copy: typeof json) => void) => {
      const copy = structuredClone(json);
      change(copy);
      return ConsentForm.safeParse(copy).success;
    };
    expect(without(() => undefined)).to.equal(true);
    expect(without((copy) => copy.languages.es.text.splice(5, 1))).to.equal(false);
    expect(without((copy) => delete copy.languages.es.purposes['give-help'])).to.equal(false);
    expect(without((copy) => delete copy.languages.en.records.needs)).to.equal(false);
    expect(hasPurpose(form, 'give-help')).to.equal(true);
    expect(hasPurpose(form, 'constructor')).to.equal(false);
  });
});

describe('What is agreed to', () => {
  const given = {
    records: ['needs'],
    purpose: 'give-help',
    recipient: { kind: 'organization', id: 'o1' },
    expiresAt: '2027-06-30',
    language: 'en',
  };
  for (const part of Object.keys(given)) {
    it(`is refused without its ${part}`, () => {
      expect(ConsentTerms.safeParse({ ...given, [part]: undefined }).success).to.equal(false);
    });
  }

  it('is refused with no record, a record nobody knows, or a day that is none', () => {
    for (const wrong of [{ records: [] }, { records: ['grades'] }, { expiresAt: '2027-02-30' }])
      expect(ConsentTerms.safeParse({ ...given, ...wrong }).success).to.equal(false);
    expect(ConsentTerms.safeParse(given).success).to.equal(true);
  });
});
