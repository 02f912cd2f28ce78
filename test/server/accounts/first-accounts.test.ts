import { expect } from 'chai';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { createAdministrator } from '../../../server/accounts/create-administrator.ts';
import { upsertDemoAccounts } from '../../../server/accounts/upsert-demo-accounts.ts';
import { signInWith, testApp } from '../../support/app.ts';

const person = { email: 'First@Example.org', name: 'First', password: 'a long enough password' };

describe('The first accounts', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ env: { DEMO: '1' } });
  });
  after(() => at.close());

  it('are an administrator made on the command line', async () => {
    const account = await createAdministrator(at.deps, person);
    expect(account.grants.map(({ role }) => role)).to.deep.equal(['administrator']);
    const agent = await signInWith(at.visitor(), person.email, person.password);
    await agent.get('/api/v1/accounts').expect(200);
  });

  it('do not include one with a short password', async () => {
    const error = await refusal(() => createAdministrator(at.deps, { ...person, password: 'short' }));
    expect(error.message).to.include('at least 12 characters');
  });

  it('are the demo accounts, made once and put back the second time', async () => {
    const demo = { email: 'demo@example.org', name: 'Demo', grants: [], password: 'demo' };
    await upsertDemoAccounts(at.deps, [demo]);
    const store = accountStore(at.deps.db);
    const made = await store.findByEmail(demo.email);
    expect(made).to.include({ demo: true, active: true });
    await store.update(made?.id ?? '', { name: 'Changed', active: false, password: 'changed by somebody' });
    await upsertDemoAccounts(at.deps, [demo]);
    expect(await store.findByEmail(demo.email)).to.deep.equal(made);
    await signInWith(at.visitor(), demo.email, demo.password);
  });

  it('never turn a real person’s account into a demo account', async () => {
    const real = await at.createAccount('administrator');
    await upsertDemoAccounts(at.deps, [{ email: real.email, name: 'Demo', password: 'demo' }]);
    expect(await accountStore(at.deps.db).find(real.id)).to.deep.equal(real);
    expect(await accountStore(at.deps.db).verify(real.email, 'demo')).to.equal(null);
  });

  it('include no demo accounts where the demo is off', async () => {
    const off = { ...at.deps, config: { ...at.deps.config, demo: false } };
    const error = await refusal(() => upsertDemoAccounts(off, []));
    expect(error.message).to.include('DEMO');
  });
});

async function refusal(work: () => Promise<unknown>): Promise<Error> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was refused');
}
