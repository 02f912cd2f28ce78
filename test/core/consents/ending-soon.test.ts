import { expect } from 'chai';
import type { ConsentFacts } from '../../../core/consents/consent.ts';
import { endingSoon, isOver } from '../../../core/consents/ending-soon.ts';

const TODAY = '2026-11-10';
const consent = (more: Partial<ConsentFacts> = {}): ConsentFacts => ({
  id: 'one',
  studentId: 'student',
  records: ['needs'],
  purpose: 'give-help',
  recipient: { kind: 'organization', id: 'org' },
  relation: 'parent',
  signedAt: '2026-01-01',
  expiresAt: '2026-12-01',
  ...more,
});
const ends = (...consents: ConsentFacts[]) => endingSoon(consents, TODAY).map(({ id }) => id);
const later = (more: Partial<ConsentFacts> = {}) =>
  consent({ id: 'later', expiresAt: '2027-06-30', ...more });

describe('Consents that end soon', () => {
  it('end within thirty days, today and the thirtieth included', () => {
    expect(ends(consent({ expiresAt: TODAY }))).to.deep.equal(['one']);
    expect(ends(consent({ expiresAt: '2026-12-10' }))).to.deep.equal(['one']);
    expect(ends(consent({ expiresAt: '2026-12-11' }))).to.deep.equal([]);
    expect(ends(consent({ expiresAt: '2026-11-09' })), 'over').to.deep.equal([]);
    expect(ends(consent({ withdrawnAt: '2026-11-01T00:00:00Z' }))).to.deep.equal([]);
    expect(ends(consent({ signedAt: '2026-11-11' })), 'not begun').to.deep.equal([]);
  });

  it('are those that no longer one goes on from', () => {
    expect(ends(consent(), later())).to.deep.equal([]);
    expect(ends(consent(), later({ records: ['needs', 'interests'] }))).to.deep.equal([]);
    for (const other of [
      later({ studentId: 'sibling' }),
      later({ purpose: 'plan-together' }),
      later({ records: ['interests'] }),
      later({ recipient: { kind: 'organization', id: 'other' } }),
      later({ recipient: { kind: 'class', terms: ['reading-tutoring'] } }),
      later({ withdrawnAt: '2026-11-01T00:00:00Z' }),
    ])
      expect(ends(consent(), other), JSON.stringify(other)).to.deep.equal(['one']);
    const narrow = consent({ recipient: { kind: 'class', terms: ['reading-tutoring'] } });
    const terms = ['vision-glasses', 'reading-tutoring'];
    expect(ends(narrow, later({ recipient: { kind: 'class', terms } }))).to.deep.equal([]);
  });

  it('stand in the order of their last days', () => {
    expect(ends(consent({ id: 'b', purpose: 'b' }), consent({ id: 'a', expiresAt: TODAY }))).to.deep.equal([
      'a',
      'b',
    ]);
  });

  it('are over after their last day or once withdrawn', () => {
    expect(isOver(consent({ expiresAt: TODAY }), TODAY)).to.equal(false);
    expect(isOver(consent({ expiresAt: '2026-11-09' }), TODAY)).to.equal(true);
    expect(isOver(consent({ withdrawnAt: '2026-11-01T00:00:00Z' }), TODAY)).to.equal(true);
  });
});
