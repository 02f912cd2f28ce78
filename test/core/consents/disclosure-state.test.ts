import { expect } from 'chai';
import type { ConsentFacts } from '../../../core/consents/consent.ts';
import { type Disclosed, disclosureState } from '../../../core/consents/disclosure-state.ts';
import { onlyRecords, sharedContent } from '../../../core/consents/shared-content.ts';
import { Student } from '../../../core/students/student.ts';
import { type NamedStudent, StudentIdentity } from '../../../core/students/student-identity.ts';

const consent: ConsentFacts = {
  id: 'c1',
  studentId: 's1',
  records: ['name', 'needs'],
  purpose: 'give-help',
  recipient: { kind: 'organization', id: 'o1' },
  relation: 'parent',
  signedAt: '2026-09-01',
  expiresAt: '2027-06-30',
};
const disclosed: Disclosed = {
  student: { id: 's1', birthMonth: '2017-03' },
  organizationId: 'o1',
  organizationTerms: [],
  records: ['name', 'needs'],
  purpose: 'give-help',
  consentIds: ['c1'],
};
const TODAY = '2026-11-10';

describe('What was handed over', () => {
  it('is open while its consent lives', () => {
    expect(disclosureState([consent], disclosed, TODAY)).to.deep.equal({
      open: ['name', 'needs'],
      closed: [],
      until: '2027-06-30',
    });
  });

  it('closes when the consent is withdrawn or ends, and says why and since when', () => {
    const withdrawn = { ...consent, withdrawnAt: '2026-11-09T22:00:00Z' };
    expect(disclosureState([withdrawn], disclosed, TODAY)).to.deep.equal({
      open: [],
      closed: ['name', 'needs'],
      ended: { why: 'withdrawn', on: '2026-11-09' },
    });
    expect(disclosureState([consent], disclosed, '2027-07-01').ended).to.deep.equal({
      why: 'expired',
      on: '2027-06-30',
    });
  });

  it('is not opened again by a consent that was given later', () => {
    const withdrawn = { ...consent, withdrawnAt: '2026-11-09T22:00:00Z' };
    const anew = { ...consent, id: 'c2', signedAt: '2026-11-10' };
    expect(disclosureState([withdrawn, anew], disclosed, TODAY).open).to.deep.equal([]);
  });

  it('stays open as far as another of its consents lives', () => {
    const needs = { ...consent, id: 'c2', records: ['needs'], expiresAt: '2027-01-31' } as const;
    const withdrawn = { ...consent, withdrawnAt: '2026-11-09T22:00:00Z' };
    const state = disclosureState([withdrawn, needs], { ...disclosed, consentIds: ['c1', 'c2'] }, TODAY);
    expect(state).to.deep.equal({
      open: ['needs'],
      closed: ['name'],
      until: '2027-01-31',
      ended: { why: 'withdrawn', on: '2026-11-09' },
    });
  });

  it('closes when an organization leaves the class that was agreed to', () => {
    const forClass: ConsentFacts = { ...consent, recipient: { kind: 'class', terms: ['tutoring'] } };
    const member = { ...disclosed, organizationTerms: ['tutoring'] };
    expect(disclosureState([forClass], member, TODAY).open).to.deep.equal(['name', 'needs']);
    expect(disclosureState([forClass], disclosed, TODAY).ended).to.deep.equal({ why: 'no-longer-recipient' });
  });

  it('holds the records that were agreed to and nothing else of the student', () => {
    const student: NamedStudent = {
      ...Student.parse({
        id: 's1',
        source: { system: 'test', id: '1' },
        districtId: 'd1',
        schoolId: 'school',
        localId: 'D-1',
        grade: 4,
        birthMonth: '2017-03',
        languages: ['es'],
        needs: [{ term: 'glasses', urgency: 2, source: 'nurse', since: '2026-10-02' }],
        interests: [{ term: 'robotics', strength: 3 }],
        freeTimes: [{ day: 'MO', from: '15:00', to: '18:00' }],
      }),
      ...StudentIdentity.parse({
        name: { given: 'Mateo', family: 'Ortega' },
        notes: 'a secret note',
        contacts: [
          { id: '1', name: 'Lucía', relation: 'parent', phone: '555-1', mayConsent: true },
          { id: '2', name: 'Raúl', relation: 'relative', phone: '555-2', mayConsent: false },
        ],
      }),
    };
    expect(sharedContent(student, [], ['needs'])).to.deep.equal({ needs: [{ term: 'glasses', urgency: 2 }] });
    const all = sharedContent(student, [], ['name', 'contacts', 'needs']);
    expect(all.contacts).to.deep.equal([{ name: 'Lucía', relation: 'parent', phone: '555-1' }]);
    expect(all.name).to.deep.equal({ name: 'Mateo Ortega', number: 'D-1' });
    expect(onlyRecords(all, ['needs', 'matches'])).to.deep.equal({
      needs: [{ term: 'glasses', urgency: 2 }],
    });
  });
});
