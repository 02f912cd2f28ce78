import { expect } from 'chai';
import { leftByClosing } from '../../../core/referrals/left-by-closing.ts';

const reason = 'organization-closed';

describe('What a partner that closed has left', () => {
  it('is each next step that is not sent, and what ended without one', () => {
    const left = leftByClosing([
      { id: 'ended', state: 'cancelled', reason },
      { id: 'its next step', state: 'draft', instead: 'ended' },
      { id: 'ended alone', state: 'cancelled', reason },
      { id: 'ended too', state: 'cancelled', reason },
      { id: 'its next step, sent', state: 'requested', instead: 'ended too' },
      { id: 'any draft', state: 'draft' },
      { id: 'taken back', state: 'cancelled', reason: 'taken-back' },
    ]);
    expect([...left]).to.deep.equal(['its next step', 'ended alone']);
  });
});
