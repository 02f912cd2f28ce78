import { expect } from 'chai';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';

const ACCOUNTS = '/api/v1/accounts';
const input = {
  email: 'New.Coordinator@Example.org',
  name: 'New Coordinator',
  grants: [{ role: 'coordinator', schoolIds: ['oak'] }],
  password: 'a long enough password',
};

describe('The list of accounts', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let administrator: Agent;
  let ownId: string;
  before(async () => {
    at = await testApp();
    const own = await at.createAccount('administrator');
    ownId = own.id;
    administrator = await signInWith(at.visitor(), own.email);
  });
  after(() => at.close());

  it('makes an account that can sign in, and shows it without its hash', async () => {
    const made = await administrator.post(ACCOUNTS).send(input).expect(201);
    expect(made.body).to.include({ email: 'new.coordinator@example.org', language: 'en', active: true });
    const list = await administrator.get(ACCOUNTS).expect(200);
    expect(list.body.total).to.equal(list.body.items.length);
    expect(list.body.items).to.deep.include(made.body);
    expect(JSON.stringify([made.body, list.body])).not.to.match(/argon2|password/i);
    await signInWith(at.visitor(), input.email, input.password);
  });

  it('stores argon2id hashes of the strength that OWASP asks for', async () => {
    const record = await at.deps.db.collection('accounts').findOne({ email: input.email.toLowerCase() });
    expect(record?.passwordHash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses a second account with the same address in another case', async () => {
    await administrator
      .post(ACCOUNTS)
      .send({ ...input, email: 'twice@example.org' })
      .expect(201);
    const reply = await administrator.post(ACCOUNTS).send({ ...input, email: 'TWICE@example.org' });
    expect([reply.status, reply.body.code]).to.deep.equal([409, 'email-taken']);
  });

  it('refuses to move an account to a taken address', async () => {
    const { id } = await at.createAccount('staff');
    const { email } = await at.createAccount('staff');
    const reply = await administrator.patch(`${ACCOUNTS}/${id}`).send({ email });
    expect(reply.body.code).to.equal('email-taken');
  });

  it('names the fields that are not right', async () => {
    const reply = await administrator.post(ACCOUNTS).send({
      email: 'nonsense',
      name: '',
      grants: [{ role: 'emperor' }],
      password: 'short',
      active: true,
    });
    expect(reply.status).to.equal(400);
    const paths = reply.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).to.include.members(['email', 'name', 'grants.0.role', 'password']);
  });

  it('changes what is sent and leaves the rest', async () => {
    const account = await at.createAccount({ role: 'staff', schoolIds: ['oak'] });
    const reply = await administrator.patch(`${ACCOUNTS}/${account.id}`).send({ language: 'es' }).expect(200);
    expect(reply.body).to.deep.equal({ ...account, language: 'es' });
  });

  it('does not let anything else be written into an account', async () => {
    const { id } = await at.createAccount('staff');
    for (const change of [{ passwordHash: 'x' }, { demo: true }, { _id: 'x' }, { $set: { name: 'x' } }]) {
      await administrator.patch(`${ACCOUNTS}/${id}`).send(change).expect(400);
    }
  });

  it('answers 404 for an account that does not exist', () =>
    administrator.patch(`${ACCOUNTS}/nobody`).send({ name: 'X' }).expect(404));

  it('does not let administrators lock themselves out', async () => {
    for (const change of [{ active: false }, { grants: [] }, { grants: [{ role: 'staff' }] }]) {
      const reply = await administrator.patch(`${ACCOUNTS}/${ownId}`).send(change);
      expect([reply.status, reply.body.code]).to.deep.equal([409, 'own-account']);
    }
  });

  it('keeps the session in which administrators change their own password, and ends their others', async () => {
    const { id, email } = await at.createAccount('administrator');
    const [here, there] = await Promise.all([
      signInWith(at.visitor(), email),
      signInWith(at.visitor(), email),
    ]);
    await here
      .patch(`${ACCOUNTS}/${id}`)
      .send({ password: `${TEST_PASSWORD} 2` })
      .expect(200);
    await here.get(ACCOUNTS).expect(200);
    await there.get(ACCOUNTS).expect(401);
  });
});
