import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { findingsIn, QUALITY_RULES, qualityRule } from '../../../core/quality/all-quality-rules.ts';
import type { Subject } from '../../../core/quality/subject.ts';
import { textKey } from '../../../core/quality/text-key.ts';
import { context, link, location, organization, service, TODAY } from './subjects.ts';

const allDay = (byday: string[]) => [{ freq: 'WEEKLY', byday, opensAt: '00:00', closesAt: '24:00' }];
const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const over = { freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '12:00', validTo: '2025-08-31' };
const unreached = { email: undefined, website: undefined, phones: [] };
const slogan = 'We are here for you and for all of your family, every day of the year.';

/** Each rule's name, a record that has the fault, what stands there, and a record that nearly has it. */
const CASES: readonly [string, Subject, string, Subject][] = [
  [
    'no-hours',
    service({ schedules: [] }),
    '',
    service({ schedules: [] }, { places: [{ schedules: service().record.schedules }] }),
  ],
  [
    'no-contact',
    service({ phones: [] }, { owner: undefined }),
    '',
    service({ phones: [] }, { owner: organization({ ...unreached, website: 'a.org' }).record }),
  ],
  [
    'no-eligibility',
    service({ eligibility: { unknown: ['income'], programs: [] } }),
    '',
    service({ eligibility: { description: 'Everybody.' } }),
  ],
  [
    'no-cost',
    service({ feesDescription: ' ' }),
    '',
    service({ feesDescription: undefined, costOptions: [{ amount: 0 }] }),
  ],
  ['no-description', organization({ description: ' ' }), '', service({ description: 'Tutors.' })],
  [
    'no-application',
    service({ applicationProcess: undefined }),
    '',
    service({ applicationProcess: 'Walk in.' }),
  ],
  [
    'no-language',
    service({ languages: [] }),
    '',
    service({ languages: [], interpretationServices: 'By phone.' }),
  ],
  [
    'no-address',
    location({ addresses: [{ city: 'Cedar Hollow' }] }),
    '',
    location({ addresses: [], locationType: 'virtual' }),
  ],
  [
    'no-accessibility',
    location({ accessibility: [] }),
    '',
    location({ accessibility: [], locationType: 'postal' }),
  ],
  [
    'not-checked',
    service({}, { verified: { on: '2025-11-14', by: 'partner' } }),
    '2025-11-14',
    service({}, { verified: { on: '2025-11-15', by: 'partner' } }),
  ],
  [
    'long-unchanged',
    organization({}, { changedAt: '2024-05-13T00:00:00Z' }),
    '2024-05-13',
    service({ lastModified: '2026-01-01T00:00:00Z' }, { changedAt: '2020-01-01T00:00:00Z' }),
  ],
  [
    'unmapped-terms',
    service({ terms: [], sourceTerms: [{ name: 'Juggling' }, { name: 'Unicycles' }] }),
    'Juggling, Unicycles',
    service({ sourceTerms: [{ name: 'Juggling' }] }),
  ],
  ['no-terms', service({ terms: [] }), '', service({ terms: [], sourceTerms: [{ name: 'Juggling' }] })],
  ['unknown-terms', service({ terms: ['food', 'juggling'] }), 'juggling', service({ terms: ['food'] })],
  [
    'no-point',
    location({ point: undefined, pointQuality: 'missing' }),
    '',
    location({ point: undefined, pointQuality: 'missing', locationType: 'virtual' }),
  ],
  [
    'doubtful-point',
    location({ point: undefined, pointQuality: 'placeholder' }),
    '',
    location({ point: undefined, pointQuality: 'missing' }),
  ],
  [
    'far-point',
    location({ point: { type: 'Point', coordinates: [-77, 40.001] } }),
    '40.001, -77.000',
    location({ point: { type: 'Point', coordinates: [-77, 40] } }),
  ],
  [
    'bad-phone',
    service({}, { links: [link({ contacts: [{ phones: [{ number: '555-01' }] }] })] }),
    '555-01',
    location({ phones: [{ number: '211' }] }),
  ],
  [
    'bad-email',
    location({ contacts: [{ email: 'reading.example.org' }] }),
    'reading.example.org',
    organization({ contacts: [{ email: 'a@b.org' }] }),
  ],
  ['bad-web', organization({ website: 'see our page' }), 'see our page', service({ url: 'b.org/x' })],
  [
    'ages-backwards',
    service({ eligibility: { minimumGrade: 5, maximumGrade: 0 } }),
    '5 – 0',
    service({ eligibility: { minimumAge: 6, maximumAge: 6 } }),
  ],
  [
    'never-closes',
    service({ schedules: allDay(week) }),
    '24/7',
    service({ schedules: allDay(week.slice(1)) }),
  ],
  [
    'hours-over',
    service({ schedules: [over, { ...over, validTo: '2025-06-30' }] }),
    '2025-08-31',
    service({ schedules: [over, { ...over, validTo: TODAY }] }),
  ],
  [
    'high-fee',
    service({ feesDescription: 'Rent is $1,000, and $ 1,250.50 with light.' }),
    '$ 1,250.50',
    service({ feesDescription: 'In room 2000, $1,000.', costOptions: [{ amount: 1000 }] }),
  ],
  [
    'future-date',
    service({ capacities: [{ unit: 'seat', updated: '2026-05-16T00:00:00Z' }] }),
    '2026-05-16',
    service({ assuredDate: '2026-05-15' }),
  ],
  [
    'more-free-than-all',
    service({}, { links: [link({ capacities: [{ unit: 'seat', available: 5, maximum: 4 }] })] }),
    '5 / 4',
    service({ capacities: [{ unit: 'seat', available: 4, maximum: 4 }] }),
  ],
  ['same-text', service({ description: slogan }), slogan, service({ description: 'Short.' })],
  ['no-place', service({}, { links: [] }), '', service()],
  ['unused-place', location({}, { services: 0 }), '', location({ locationType: 'postal' }, { services: 0 })],
  ['no-services', organization({}, { services: 0 }), '', organization({}, { services: 1 })],
];
const repeating = { ...context, repeated: new Set([textKey(slogan), textKey('Short.')]) };

describe('rules of quality', () => {
  for (const [name, faulty, stands, sound] of CASES) {
    it(`find ${name} in the record that has it, and nothing in one that nearly has`, () => {
      const rule = qualityRule(name);
      expect([rule?.finds(faulty, repeating), rule?.finds(sound, repeating)]).to.deep.equal([
        stands,
        undefined,
      ]);
    });
  }

  it('are all tried here, once each, with a sentence in both languages', () => {
    expect(CASES.map(([name]) => name)).to.deep.equal(QUALITY_RULES.map(({ name }) => name));
    for (const { sentence } of QUALITY_RULES) expect(sentence.en && sentence.es).to.match(/^\p{Lu}/u);
    expect(new Set(QUALITY_RULES.map(({ sentence }) => sentence.en)).size).to.equal(QUALITY_RULES.length);
  });

  it('find nothing in records of which everything is said and right', () => {
    for (const subject of [organization(), service(), location()])
      expect(findingsIn(subject, context)).to.deep.equal([]);
  });

  it('let crisis help, shelters and what lies below them be open day and night', () => {
    const open = (terms: string[]) => service({ terms, schedules: allDay(week) });
    expect(findingsIn(open(['crisis-help']), context)).to.deep.equal([]);
    expect(findingsIn(open(['emergency-shelter']), context)).to.deep.equal([]);
    expect(findingsIn(open(['homework-help']), context)).to.deep.equal(['never-closes']);
  });

  it('know no rule by a word that every object has', () => {
    expect(qualityRule('constructor')).to.equal(undefined);
  });

  it('are told in docs/quality.md, in the same order', () => {
    const page = readFileSync(new URL('../../../docs/quality.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(told).to.deep.equal(QUALITY_RULES.map(({ name }) => name));
  });
});
