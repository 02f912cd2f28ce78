import { expect } from 'chai';
import {
  endingFault,
  endingsFor,
  hasSucceeded,
  leavesUnmet,
  ReferralOutcomes,
  ReferralReasons,
} from '../../../core/referrals/referral-rules.ts';
import { ENDED_STATES, mayTurn, PARTIES, REFERRAL_STATES } from '../../../core/referrals/referral-state.ts';
import { readRules } from '../../../server/rules.ts';

describe('Reasons and outcomes of referrals', () => {
  let rules: Awaited<ReturnType<typeof readRules>>['referrals'];
  before(async () => {
    rules = (await readRules()).referrals;
  });

  it('are asked for at every end, and at nothing else', () => {
    for (const to of REFERRAL_STATES) {
      const fault = endingFault(rules, to, 'school', {});
      expect(fault !== undefined, to).to.equal(ENDED_STATES.includes(to));
    }
    expect(endingFault(rules, 'rejected', 'partner', { reason: 'no-room' })).to.equal(undefined);
    expect(endingFault(rules, 'accepted', 'partner', { reason: 'no-room' })).to.include({ path: 'reason' });
    expect(endingFault(rules, 'completed', 'partner', { outcome: 'helped', reason: 'no-room' })).to.include({
      path: 'reason',
    });
  });

  it('are those of the list that the party may give', () => {
    expect(endingFault(rules, 'rejected', 'partner', { reason: 'because' })?.message).to.contain('list');
    expect(endingFault(rules, 'cancelled', 'school', { reason: 'consent-withdrawn' })?.message).to.contain(
      'list',
    );
    expect(endingFault(rules, 'completed', 'partner', { outcome: 'did-not-come' })?.message).to.contain(
      'list',
    );
  });

  it('leave nobody without something to say who may end it', () => {
    for (const by of PARTIES)
      for (const to of ENDED_STATES)
        if (REFERRAL_STATES.some((from) => mayTurn(from, to, by)))
          expect(endingsFor(rules, to, by), `${to} by ${by}`).to.not.have.length(0);
  });

  it('tell whether the need is left without help', () => {
    expect(leavesUnmet(rules, { reason: 'no-room' })).to.equal(true);
    expect(leavesUnmet(rules, { reason: 'family-declined' })).to.equal(false);
    expect(leavesUnmet(rules, { outcome: 'helped' })).to.equal(false);
    expect(leavesUnmet(rules, {})).to.equal(false);
  });

  it('tell whether what was asked for was given, only at the end of what was done', () => {
    expect(hasSucceeded(rules, { outcome: 'helped' })).to.equal(true);
    expect(hasSucceeded(rules, { outcome: 'helped-partly' })).to.equal(false);
    expect(hasSucceeded(rules, {})).to.equal(false);
    const successes = rules.outcomes.filter(({ success }) => success);
    expect(successes.flatMap((ending) => ending.for).filter((to) => to !== 'completed')).to.deep.equal([]);
    expect(successes.some(({ unmet }) => unmet)).to.equal(false);
  });

  it('are refused with a code twice, or without one that Trellis itself gives', () => {
    const [first] = rules.outcomes;
    expect(ReferralOutcomes.safeParse([first, first]).success).to.equal(false);
    expect(ReferralReasons.safeParse(rules.reasons.slice(0, 3)).success).to.equal(false);
  });
});
