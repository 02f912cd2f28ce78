import { expect } from 'chai';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { readEvents } from '../../core/calendar/read-calendar.ts';
import { signInWith } from '../../support/app.ts';
import { recorded, TERMS } from '../consents/shared-town.ts';
import { type ReferralTown, referralTown } from '../referrals/referral-town.ts';

describe('A calendar of what is due', () => {
  let town: ReferralTown;
  before(async () => {
    town = await referralTown();
    await recorded(town.coordinator, {}, { ...TERMS, expiresAt: '2026-11-30' });
    await town.store({ dueAt: '2026-11-18T15:00:00.000Z' });
    await town.store({ dueAt: '2026-11-18T16:00:00.000Z', term: 'robotics-coding', wish: 'interest' });
  });
  after(() => town.close());

  async function made(as: Parameters<ReferralTown['createAccount']>[0]) {
    const account = await town.createAccount(as);
    const agent = await signInWith(town.visitor(), account.email);
    const { body } = await agent.post('/api/v1/own-account/calendar').expect(200);
    return { account, agent, address: body.address as string };
  }

  it('tells how much is due on which day, to whoever knows the address, and nothing of whom', async () => {
    const { address } = await made({ role: 'coordinator', districtId: 'district', schoolIds: ['school'] });
    const { text } = await town.visitor().get(address).expect(200);
    const events = readEvents(text).map((event) => [event['DTSTART;VALUE=DATE'], event.SUMMARY]);
    expect(events).to.deep.equal([
      ['20261118', '2 answers of partners are due'],
      ['20261130', '1 consent ends'],
    ]);
    expect(text).not.to.match(/Zephyrine|Quillfeather|D-77431|students\//);
  });

  it('tells a partner what it is asked, and nobody else anything', async () => {
    const partner = await made({ role: 'partner', organizationIds: ['org'] });
    const { text } = await town.visitor().get(partner.address).expect(200);
    expect(readEvents(text).map(({ SUMMARY }) => SUMMARY)).to.deep.equal(['2 referrals ask for your answer']);
    const other = await made({ role: 'partner', organizationIds: ['other-org'] });
    expect((await town.visitor().get(other.address).expect(200)).text).not.to.include('VEVENT');
  });

  it('is closed by a newer address, by its owner, and with the account', async () => {
    const { account, agent, address } = await made('administrator');
    const { body } = await agent.post('/api/v1/own-account/calendar').expect(200);
    await town.visitor().get(address).expect(404);
    await town.visitor().get(body.address).expect(200);
    const stored = await town.deps.db.collection('calendar_keys').find().toArray();
    expect(JSON.stringify(stored)).not.to.include(body.address.split('/').pop()?.replace('.ics', ''));
    await agent.delete('/api/v1/own-account/calendar').expect(204);
    await town.visitor().get(body.address).expect(404);
    const again = await agent.post('/api/v1/own-account/calendar').expect(200);
    await accountStore(town.deps.db).update(account.id, { active: false });
    await town.visitor().get(again.body.address).expect(404);
  });
});
