import { expect } from 'chai';
import { TEST_PASSWORD, testApp } from '../support/app.ts';

type App = Awaited<ReturnType<typeof testApp>>;

/** Attempts to sign in, each from another computer as far as the header says; the statuses in order. */
async function attempts({ visitor }: App, forwarded: (n: number) => string): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 1; n <= 21; n += 1) {
    const reply = await visitor()
      .post('/api/v1/session')
      .set('X-Forwarded-For', forwarded(n))
      .send({ email: `person-${n}@example.net`, password: 'wrong' });
    statuses.push(reply.status);
  }
  return statuses;
}

describe('The address that a request says it comes from', () => {
  let at: App;
  afterEach(() => at.close());

  it('counts for nothing where no proxy is trusted', async () => {
    at = await testApp();
    expect((await attempts(at, (n) => `203.0.113.${n}`)).at(-1)).to.equal(429);
  });

  it('counts only as far as the trusted proxy has written it', async () => {
    at = await testApp({ env: { TRUST_PROXY: '1' } });
    expect((await attempts(at, (n) => `203.0.113.${n}, 198.51.100.7`)).at(-1)).to.equal(429);
  });

  it('is that of another computer where the trusted proxy says so', async () => {
    at = await testApp({ env: { TRUST_PROXY: '1' } });
    expect(new Set(await attempts(at, (n) => `198.51.100.7, 203.0.113.${n}`))).to.deep.equal(new Set([401]));
  });

  it('makes nobody come over https where no proxy is trusted', async () => {
    at = await testApp({ env: { PUBLIC_URL: 'https://trellis.example.org' } });
    const { email } = await at.createAccount('staff');
    const reply = await at
      .visitor()
      .post('/api/v1/session')
      .set('X-Forwarded-Proto', 'https')
      .send({ email, password: TEST_PASSWORD });
    expect(reply.get('Set-Cookie')?.join() ?? '').not.to.include('__Host-trellis=');
  });
});
