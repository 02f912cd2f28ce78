import { expect } from 'chai';
import { accountStore } from '../../server/accounts/account-store.ts';
import { NewPassword } from '../../server/accounts/password.ts';
import { testApp } from '../support/app.ts';

/** Blanks at the ends, both cases, letters of several alphabets, and longer than the 72 bytes at which bcrypt stops. */
const LONG = `  Ein Ñandú läuft über 13 Felder, und ένα σύννεφο steht still. ${'x'.repeat(60)}! `;

describe('A password', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp();
    await accountStore(at.deps.db).create({
      email: 'person@example.org',
      name: 'Person',
      language: 'en',
      grants: [],
      password: LONG,
    });
  });
  after(() => at.close());

  const signIn = (password: string) =>
    at.visitor().post('/api/v1/session').send({ email: 'person@example.org', password });

  it('is taken exactly as it was typed, at its full length', async () => {
    for (const other of [LONG.trim(), LONG.toLowerCase(), LONG.slice(0, -1), LONG.normalize('NFD')])
      expect((await signIn(other)).status, other).to.equal(401);
    await signIn(LONG).expect(200);
  });

  it('may have any letters and up to 200 of them, and needs none of any kind', () => {
    for (const password of [LONG, 'x'.repeat(64), '1'.repeat(200), ' '.repeat(12), '🌳'.repeat(12)])
      expect(NewPassword.safeParse(password).success, password).to.equal(true);
    expect(NewPassword.safeParse('elevenchars').success).to.equal(false);
  });
});
