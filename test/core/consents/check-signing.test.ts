import { expect } from 'chai';
import { type Signing, signingProblems } from '../../../core/consents/check-signing.ts';
import { lastDay } from '../../../core/consents/last-day.ts';

const child: Signing['student'] = {
  birthMonth: '2017-03',
  contacts: [
    { id: 'mother', name: 'Lucía Ortega', relation: 'parent', mayConsent: true },
    { id: 'aunt', name: 'Elena Ortega', relation: 'relative', mayConsent: true },
    { id: 'uncle', name: 'Raúl Díaz', relation: 'relative', mayConsent: false },
    { id: 'father', name: 'Jorge Peña', relation: 'parent', mayConsent: false },
  ],
};
const signing: Signing = {
  student: child,
  signer: { name: 'Lucía Ortega', relation: 'parent' },
  method: 'paper',
  signedAt: '2026-11-02',
  expiresAt: '2027-06-30',
  today: '2026-11-03',
};
const codes = (change: Partial<Signing>) =>
  signingProblems({ ...signing, ...change }).map(({ code }) => code);

describe('A signature', () => {
  it('of a parent stands', () => {
    expect(codes({})).to.deep.equal([]);
    expect(
      codes({ signer: { name: 'Lucía Ortega', relation: 'parent', contactId: 'mother' } }),
    ).to.deep.equal([]);
    expect(codes({ signer: { name: 'Somebody Else', relation: 'guardian' } })).to.deep.equal([]);
  });

  it('does not stand where the school has noted that this contact may not consent', () => {
    expect(codes({ signer: { name: 'Jorge Peña', relation: 'parent', contactId: 'father' } })).to.deep.equal([
      'may-not-consent',
    ]);
    expect(codes({ signer: { name: '  pena  JORGE', relation: 'parent' } })).to.deep.equal([
      'may-not-consent',
    ]);
  });

  it('of somebody who is no parent stands only for a contact who acts as one', () => {
    expect(
      codes({ signer: { name: 'Elena Ortega', relation: 'relative', contactId: 'aunt' } }),
    ).to.deep.equal([]);
    expect(codes({ signer: { name: 'A Neighbor', relation: 'other' } })).to.deep.equal(['not-a-parent']);
    expect(codes({ signer: { name: 'Nobody', relation: 'parent', contactId: 'none' } })).to.deep.equal([
      'unknown-contact',
    ]);
  });

  it('of the student stands from 18 on, and that of a parent no longer', () => {
    const young = { birthDate: '2008-11-03', contacts: [] };
    const self = { name: 'Ana Ruiz', relation: 'self' } as const;
    expect(codes({ student: young, signer: self })).to.deep.equal(['too-young']);
    expect(codes({ student: young, signer: self, signedAt: '2026-11-03' })).to.deep.equal([]);
    expect(codes({ student: young })).to.deep.equal(['of-age']);
    expect(codes({ student: young, today: '2026-11-02' })).to.deep.equal([]);
    expect(codes({ signer: self })).to.deep.equal(['too-young']);
  });

  it('does not lie ahead, and what it allows is neither over nor longer than a year', () => {
    expect(codes({ signedAt: '2026-11-04' })).to.deep.equal(['signed-later']);
    expect(codes({ signedAt: '2026-09-01', expiresAt: '2026-11-02' })).to.deep.equal(['over']);
    expect(codes({ expiresAt: '2027-11-01' })).to.deep.equal([]);
    expect(codes({ expiresAt: '2027-11-02' })).to.deep.equal(['too-long']);
  });

  it('is given for a year at most, leap days or not', () => {
    expect(lastDay('2026-11-02')).to.equal('2027-11-01');
    expect(lastDay('2028-02-29')).to.equal('2029-02-28');
    expect(lastDay('2027-03-01')).to.equal('2028-02-29');
  });
});
