import { expect } from 'chai';
import fc from 'fast-check';
import type { ConsentFacts } from '../../../core/consents/consent.ts';
import { consentState, covers, missingRecords, type Passing } from '../../../core/consents/covers.ts';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import { naivelyCovers } from './naive-covers.ts';

const consent: ConsentFacts = {
  id: 'c1',
  studentId: 's1',
  records: ['needs', 'interests'],
  purpose: 'give-help',
  recipient: { kind: 'organization', id: 'o1' },
  relation: 'parent',
  signedAt: '2026-09-01',
  expiresAt: '2027-06-30',
};
const passing: Passing = {
  student: { id: 's1', birthMonth: '2017-03' },
  organizationId: 'o1',
  organizationTerms: ['tutoring', 'academic'],
  records: ['needs'],
  purpose: 'give-help',
  at: '2026-11-01',
};

describe('A consent covers', () => {
  it('what it names, from its first day through its last', () => {
    expect(covers([consent], passing)).to.equal(true);
    expect(covers([consent], { ...passing, at: '2026-09-01' })).to.equal(true);
    expect(covers([consent], { ...passing, at: '2027-06-30' })).to.equal(true);
    expect(covers([consent], { ...passing, at: '2026-08-31' })).to.equal(false);
    expect(covers([consent], { ...passing, at: '2027-07-01' })).to.equal(false);
  });

  it('nothing of another student, recipient or purpose', () => {
    expect(covers([consent], { ...passing, student: { id: 's2' } })).to.equal(false);
    expect(covers([consent], { ...passing, organizationId: 'o2' })).to.equal(false);
    expect(covers([consent], { ...passing, purpose: 'follow-up' })).to.equal(false);
  });

  it('nothing once it is withdrawn, on the very day', () => {
    expect(covers([{ ...consent, withdrawnAt: '2026-11-01T08:00:00Z' }], passing)).to.equal(false);
  });

  it('only the records that it names, and says which are missing', () => {
    const asked: Passing = { ...passing, records: ['name', 'needs', 'free-times'] };
    expect(covers([consent], asked)).to.equal(false);
    expect(missingRecords([consent], asked)).to.deep.equal(['name', 'free-times']);
  });

  it('with others what none covers alone', () => {
    const name: ConsentFacts = { ...consent, id: 'c2', records: ['name'] };
    expect(covers([consent, name], { ...passing, records: ['name', 'needs'] })).to.equal(true);
  });

  it('no request for nothing', () => {
    expect(covers([consent], { ...passing, records: [] })).to.equal(false);
  });

  it('a class of organizations by what they offer today', () => {
    const forClass: ConsentFacts = { ...consent, recipient: { kind: 'class', terms: ['academic'] } };
    expect(covers([forClass], passing)).to.equal(true);
    expect(covers([forClass], { ...passing, organizationTerms: ['food-pantry'] })).to.equal(false);
  });

  it('nothing of a parent from the 18th birthday on, or from its month where the day is not known', () => {
    const long = { ...consent, signedAt: '2026-01-01', expiresAt: '2026-12-31' };
    const at = (day: string, birth: object) =>
      covers([long], { ...passing, student: { id: 's1', ...birth }, at: day });
    const byDate = { birthMonth: '2008-11', birthDate: '2008-11-20' };
    expect(at('2026-11-19', byDate)).to.equal(true);
    expect(at('2026-11-20', byDate)).to.equal(false);
    expect(at('2026-10-31', { birthMonth: '2008-11' })).to.equal(true);
    expect(at('2026-11-01', { birthMonth: '2008-11' })).to.equal(false);
    expect(at('2026-11-01', {})).to.equal(true);
  });

  it('nothing that a student signed before being of age', () => {
    const own = { ...consent, relation: 'self', signedAt: '2026-11-19' } as const;
    const student = { id: 's1', birthDate: '2008-11-20' };
    expect(covers([own], { ...passing, student, at: '2026-12-01' })).to.equal(false);
    const later = { ...own, signedAt: '2026-11-20' };
    expect(covers([later], { ...passing, student, at: '2026-12-01' })).to.equal(true);
  });

  it('says what ended it', () => {
    const child = { birthMonth: '2017-03' };
    expect(consentState(consent, child, '2026-11-01')).to.equal('live');
    expect(consentState(consent, child, '2027-07-01')).to.equal('expired');
    expect(consentState(consent, child, '2026-08-01')).to.equal('not-yet');
    expect(consentState(consent, { birthMonth: '2008-10' }, '2026-11-01')).to.equal('rights-passed');
    const withdrawn = { ...consent, withdrawnAt: '2026-10-01T00:00:00Z' };
    expect(consentState(withdrawn, child, '2027-07-01')).to.equal('withdrawn');
  });

  it('exactly what a plain twin says that reads the rules record by record', () => {
    fc.assert(
      fc.property(fc.array(someConsent, { maxLength: 5 }), somePassing, (consents, asked) => {
        expect(covers(consents, asked)).to.equal(naivelyCovers(consents, asked));
      }),
      { numRuns: 3000 },
    );
  });

  it('never more when one of the consents is taken away', () => {
    fc.assert(
      fc.property(fc.array(someConsent, { minLength: 1, maxLength: 5 }), somePassing, (consents, asked) => {
        if (!covers(consents, asked)) expect(covers(consents.slice(1), asked)).to.equal(false);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Few values, so that they meet often. */
const category = fc.constantFrom<RecordCategory>('name', 'needs', 'matches');
const day = fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-02', '2026-12-01', '2027-01-01');
const someConsent: fc.Arbitrary<ConsentFacts> = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'c3'),
    studentId: fc.constantFrom('s1', 's1', 's2'),
    records: fc.uniqueArray(category, { minLength: 1 }),
    purpose: fc.constantFrom('give-help', 'give-help', 'follow-up'),
    recipient: fc.constantFrom<ConsentFacts['recipient']>(
      { kind: 'organization', id: 'o1' },
      { kind: 'organization', id: 'o2' },
      { kind: 'class', terms: ['academic', 'health'] },
    ),
    relation: fc.constantFrom('parent' as const, 'guardian' as const, 'self' as const),
    signedAt: day,
    expiresAt: day,
    withdrawnAt: fc.option(fc.constant('2026-11-01T10:00:00Z'), { nil: undefined, freq: 4 }),
  })
  .map(({ withdrawnAt, ...rest }) => ({ ...rest, ...(withdrawnAt !== undefined && { withdrawnAt }) }));
const somePassing: fc.Arbitrary<Passing> = fc.record({
  student: fc.constantFrom(
    { id: 's1' },
    { id: 's1', birthMonth: '2008-11' },
    { id: 's1', birthMonth: '2008-11', birthDate: '2008-11-02' },
    { id: 's1', birthMonth: '2017-03' },
  ),
  organizationId: fc.constantFrom('o1', 'o2'),
  organizationTerms: fc.constantFrom<string[]>(['academic'], ['sports-play'], []),
  records: fc.uniqueArray(category),
  purpose: fc.constantFrom('give-help', 'follow-up'),
  at: day,
});
