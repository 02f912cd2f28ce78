import { expect } from 'chai';
import { District } from '../../../core/district/district.ts';
import type { Account } from '../../../server/accounts/account.ts';
import { homeRoutes } from '../../../server/home/home-routes.ts';
import { waitingFor } from '../../../server/home/waiting-for.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { suggestionStore } from '../../../server/suggestions/suggestion-store.ts';
import { type Agent, signInWith, testApp } from '../../support/app.ts';

describe('Today', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let account: Account;
  let agent: Agent;
  before(async () => {
    at = await testApp({ routes: homeRoutes });
    await saveDistrict(
      at.deps.db,
      District.parse({ id: 'district', name: 'Cedar', bounds: [-97, 40, -96, 41], center: [-96.5, 40.5] }),
    );
    account = await at.createAccount('administrator');
    agent = await signInWith(at.visitor(), account.email);
    await suggestionStore(at.deps).add({
      serviceId: 's',
      organizationId: 'o',
      text: 'moved',
      from: 'public',
    });
  });
  after(() => at.close());

  /** The kinds that wait, and those that are put off. */
  async function kinds(of = agent): Promise<[string[], string[]]> {
    const { body } = await of.get('/api/v1/home').expect(200);
    const kindsOf = (items: { kind: string }[]) => items.map(({ kind }) => kind);
    return [kindsOf(body.items), kindsOf(body.putOff)];
  }

  it('leaves out what is put off until the day is over in the district, for whoever put it off', async () => {
    const now = new Date();
    await agent.put('/api/v1/home/put-off/suggestions').send({ count: 1 }).expect(204);
    expect(await kinds()).to.deep.equal([[], ['suggestions']]);
    expect(await kinds(await at.signIn('administrator'))).to.deep.equal([['suggestions'], []]);
    await agent.delete('/api/v1/home/put-off/suggestions').expect(204);
    expect(await kinds()).to.deep.equal([['suggestions'], []]);
    await agent.put('/api/v1/home/put-off/suggestions').send({ count: 1 }).expect(204);
    const tomorrow = { ...at.deps, clock: () => new Date(now.getTime() + 25 * 3_600_000) };
    const { waiting } = await waitingFor(tomorrow, account);
    expect(waiting.map(({ kind }) => kind)).to.deep.equal(['suggestions']);
  });

  it('knows no other kinds', async () => {
    await agent.put('/api/v1/home/put-off/everything').send({ count: 1 }).expect(400);
  });
});
