import { expect } from 'chai';
import {
  type ConsentDraft,
  endOfSchoolYear,
  missingParts,
  termsOf,
} from '../../../web/parts/consents/consent-draft.ts';

const draft: ConsentDraft = {
  kind: 'organization',
  organization: { id: 'o1', name: 'Library' },
  term: '',
  records: ['needs'],
  purpose: 'give-help',
  until: '2027-06-30',
  language: 'es',
};

describe('What is chosen for a consent', () => {
  it('is whole with a recipient, a record and a day within a year', () => {
    expect(missingParts(draft, '2026-11-10')).to.deep.equal([]);
    expect(missingParts({ ...draft, organization: null }, '2026-11-10')).to.deep.equal(['who']);
    expect(missingParts({ ...draft, kind: 'class' }, '2026-11-10')).to.deep.equal(['who']);
    expect(missingParts({ ...draft, records: [] }, '2026-11-10')).to.deep.equal(['what']);
    for (const until of ['', '2026-11-09', '2027-11-10'])
      expect(missingParts({ ...draft, until }, '2026-11-10')).to.deep.equal(['until']);
  });

  it('becomes the terms that the form is made of', () => {
    expect(termsOf(draft)).to.deep.equal({
      records: ['needs'],
      purpose: 'give-help',
      recipient: { kind: 'organization', id: 'o1' },
      expiresAt: '2027-06-30',
      language: 'es',
    });
    const forClass = termsOf({ ...draft, kind: 'class', term: 'tutoring' });
    expect(forClass.recipient).to.deep.equal({ kind: 'class', terms: ['tutoring'] });
  });

  it('ends with the school year, and never later than a consent may', () => {
    expect(endOfSchoolYear('2026-11-10')).to.equal('2027-06-30');
    expect(endOfSchoolYear('2027-05-31')).to.equal('2027-06-30');
    expect(endOfSchoolYear('2027-06-15')).to.equal('2028-06-14');
  });
});
