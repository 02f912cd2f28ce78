import { Writable } from 'node:stream';
import { expect } from 'chai';
import supertest from 'supertest';
import { createApp } from '../../server/app.ts';
import { createLog } from '../../server/create-log.ts';
import { TEST_PASSWORD, testApp } from '../support/app.ts';

describe('The log of sign-ins', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  const lines: Record<string, unknown>[] = [];
  before(async () => {
    at = await testApp();
  });
  after(() => at.close());

  it('has each that was right, with the account and how, and each that was wrong, and no address or password', async () => {
    const to = new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)));
        done();
      },
    });
    const app = createApp({ ...at.deps, log: createLog('info', to) });
    const { id, email } = await at.createAccount('staff');
    const signIn = (password: string) => supertest(app).post('/api/v1/session').send({ email, password });
    const wrong = await signIn('not the password').expect(401);
    const right = await signIn(TEST_PASSWORD).expect(200);
    const told = lines.map(({ msg, code, accountId, method, secondFactor, requestId }) => ({
      msg,
      ...(code !== undefined && { code }),
      ...(accountId !== undefined && { accountId, method, secondFactor }),
      requestId,
    }));
    expect(told).to.deep.equal([
      { msg: 'refused', code: 'sign-in-failed', requestId: wrong.headers['x-request-id'] },
      {
        msg: 'signed in',
        accountId: id,
        method: 'password',
        secondFactor: false,
        requestId: right.headers['x-request-id'],
      },
    ]);
    expect(JSON.stringify(lines)).not.to.include(email).and.not.to.include(TEST_PASSWORD);
  });
});
