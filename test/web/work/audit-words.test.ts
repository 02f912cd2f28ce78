import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Person } from '../../../core/audit/access-record.ts';
import { ACTIONS } from '../../../core/policy/actions.ts';
import {
  actionWords,
  fieldWords,
  personWords,
  purposeWords,
  valueWords,
} from '../../../web/parts/work/audit-words.ts';
import type { Work } from '../../../web/parts/work/use-work.ts';
import { auditEn } from '../../../web/text/audit-en.ts';
import { auditEs } from '../../../web/text/audit-es.ts';
import { createTranslate, type Text } from '../../../web/text/translate.ts';
import { wording } from './wording.ts';

const t = createTranslate('en', auditEn);
const work: Work = { ...wording('en'), language: 'en', term: (id) => `the term ${id}` };

describe('The words of who has seen what', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(auditEs).sort()).to.deep.equal(Object.keys(auditEn).sort());
    for (const key of Object.keys(auditEn) as (keyof typeof auditEn)[])
      expect(holes(auditEs[key]), key).to.deep.equal(holes(auditEn[key]));
  });

  it('say circumstances as lines, and nothing for none', () => {
    const value = { programs: { snap: true }, incomeBand: { maximumFpl: 130 } };
    expect(valueWords('circumstances', value, work, 'nothing')).to.equal(
      'Income up to 130% of the poverty level; SNAP (food stamps)',
    );
    expect(valueWords('circumstances', {}, work, 'nothing')).to.equal('nothing');
    expect(valueWords('circumstances', undefined, work, 'nothing')).to.equal('nothing');
  });

  it('name a person with the role, and who looked through whose eyes', () => {
    const rosa: Person = { kind: 'account', name: 'Rosa', roles: ['coordinator', 'staff'] };
    expect(personWords(rosa, t, work.say)).to.equal('Rosa, coordinator and school staff');
    expect(personWords({ ...rosa, roles: [], viewedBy: 'Sam' }, t, work.say)).to.equal(
      'Rosa, looked at as this person would see it by Sam',
    );
    expect(personWords({ kind: 'account', name: '', roles: [] }, t, work.say)).to.contain('account is gone');
    expect(personWords({ kind: 'system', name: '', roles: [] }, t, work.say)).to.equal('Trellis itself');
  });

  it('say what was done and how often', () => {
    expect(actionWords('student.read', 1, t)).to.equal('opened it');
    expect(actionWords('student.read', 3, t)).to.equal('opened it 3 times');
    expect(actionWords('system.something', 2, t)).to.equal('used it 2 times (system.something)');
  });

  it('have words for everything that can be done with a student’s record', () => {
    const about = Object.entries(ACTIONS).filter(([, spec]) => 'aboutStudents' in spec);
    const without = about.map(([action]) => `did.${action}`).filter((key) => !(key in auditEn));
    expect(without).to.deep.equal([]);
  });

  it('have words for everything that is written down beside it, and for what Trellis does by itself', async () => {
    const folders = ['server', 'workers'].map((folder) =>
      readdir(folder, { recursive: true, withFileTypes: true }),
    );
    const files = (await Promise.all(folders)).flat().filter(({ name }) => name.endsWith('.ts'));
    const sources = await Promise.all(
      files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
    );
    const recorded = sources.flatMap((source) => [
      ...source.matchAll(/\baction: '([a-z-]+\.[a-z-]+)',\n\s+account/g),
    ]);
    const actions = recorded.map(([, action]) => action!);
    expect(actions).to.include.members(['system.import', 'accounts.change']);
    expect(actions.filter((action) => !(`did.${action}` in auditEn))).to.deep.equal([]);
  });

  it('have words for every purpose of a consent form, in both languages', async () => {
    const form = JSON.parse(await readFile('data/consents/form-1.json', 'utf8'));
    expect(purposeWords('give-help', t)).to.equal(form.languages.en.purposes['give-help']);
    for (const [texts, language] of [
      [auditEn, 'en'],
      [auditEs, 'es'],
    ] as const) {
      for (const [code, words] of Object.entries(form.languages[language].purposes)) {
        expect(texts[`purpose.${code}` as 'purpose.give-help']).to.equal(words);
      }
    }
    expect(purposeWords('Finding glasses', t)).to.equal('Finding glasses');
  });

  it('say what a part of the record held', () => {
    const say = (field: string, value: unknown) => valueWords(field, value, work, 'nothing');
    expect(say('needs', [{ term: 'glasses', urgency: 3 }])).to.equal('the term glasses');
    expect(say('languages', ['en', 'es'])).to.equal('English and Spanish');
    expect(say('travelModes', ['bus'])).to.equal('By bus');
    expect(say('name', { given: 'Ana', family: 'López' })).to.equal('Ana López');
    expect(say('contacts', [{ id: 'c1', name: 'Rosa', mayConsent: true }])).to.equal('Rosa');
    expect([say('notes', ''), say('notes', undefined), say('needs', [])]).to.deep.equal(
      Array(3).fill('nothing'),
    );
    expect(fieldWords('freeTimes', t)).to.equal('free times');
  });
});

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? text : text.other;
  return [...forms.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
