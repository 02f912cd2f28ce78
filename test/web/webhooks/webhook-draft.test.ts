import { expect } from 'chai';
import { draftOf, settingsOf, webhookErrors } from '../../../web/parts/webhooks/webhook-draft.ts';
import { isOnItsWay, webhookState } from '../../../web/parts/webhooks/webhook-state.ts';

const webhook = {
  id: 'w',
  version: 1,
  name: '211',
  address: 'https://example.org/hook',
  events: ['referral.changed' as const],
  organizationId: 'o',
  paused: false,
  createdAt: '2026-03-01T10:00:00.000Z',
};

describe('A webhook as it is typed', () => {
  it('is what it was where nothing is typed, and is refused with all that is wrong at once', () => {
    expect(settingsOf(draftOf(webhook))).to.deep.equal({
      name: '211',
      address: 'https://example.org/hook',
      events: ['referral.changed'],
      organizationId: 'o',
    });
    expect(webhookErrors(draftOf(webhook))).to.deep.equal({});
    const wrong = { name: ' ', address: 'ftp://x', events: [], organizationIds: ['a', 'b'] };
    expect(Object.values(webhookErrors(wrong))).to.have.members([
      'nameMissing',
      'addressWrong',
      'eventsMissing',
      'whoseMany',
    ]);
    expect(webhookErrors({ ...draftOf(webhook), address: 'https://me:secret@example.org' })).to.have.keys(
      'address',
    );
  });

  it('forgets the partner where no referrals are told', () => {
    const draft = { ...draftOf(webhook), events: ['directory.changed' as const] };
    expect(settingsOf(draft)).not.to.have.property('organizationId');
  });

  it('says first what a person must do something about', () => {
    const failing = { since: webhook.createdAt, times: 2 };
    const off = { at: webhook.createdAt, because: 'failing' as const };
    expect(webhookState(webhook)).to.equal('new');
    expect(webhookState({ ...webhook, arrivedAt: webhook.createdAt })).to.equal('works');
    expect(webhookState({ ...webhook, arrivedAt: webhook.createdAt, failing })).to.equal('failing');
    expect(webhookState({ ...webhook, failing, off })).to.equal('off');
    expect(webhookState({ ...webhook, failing, off, paused: true })).to.equal('paused');
  });

  it('is looked at again only while a message leaves now, not while one is held back', () => {
    const now = new Date('2026-03-01T10:00:00Z');
    const delivery = { id: 'd', type: 'test' as const, at: webhook.createdAt, attempts: 0, body: '{}' };
    const at = (nextTryAt: string, state: 'pending' | 'failed' = 'pending') =>
      isOnItsWay({ ...delivery, state, nextTryAt }, now);
    expect(at('2026-03-01T10:00:00.000Z')).to.equal(true);
    expect(at('2026-03-01T10:05:00.000Z')).to.equal(false);
    expect(at('2026-03-01T09:00:00.000Z', 'failed')).to.equal(false);
  });
});
