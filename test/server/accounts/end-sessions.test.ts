import { expect } from 'chai';
import { signInWith, testApp } from '../../support/app.ts';

describe('Ending somebody’s sessions', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp();
  });
  after(() => at.close());

  it('signs an account out everywhere, at an administrator’s word, and leaves the account as it is', async () => {
    const { id, email } = await at.createAccount('staff');
    const [one, other] = [await signInWith(at.visitor(), email), await signInWith(at.visitor(), email)];
    const administrator = await at.signIn('administrator');
    await administrator.delete(`/api/v1/accounts/${id}/sessions`).expect(204);
    for (const agent of [one, other]) await agent.get('/api/v1/own-account').expect(401);
    await administrator.get('/api/v1/own-account').expect(200);
    await signInWith(at.visitor(), email);
    const entry = await at.deps.db.collection('audit').findOne({ action: 'accounts.end-sessions' });
    expect(entry?.on).to.deep.equal({ kind: 'account', id });
  });
});
