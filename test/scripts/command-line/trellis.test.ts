import { expect } from 'chai';
import { HELP } from '../../../scripts/command-line/help.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { signInWith, testApp } from '../../support/app.ts';
import { environmentOf, runTrellis } from './run-command.ts';

const PASSWORD = 'a long enough password';

describe('npm run trellis', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
  });
  after(() => at.close());

  const run = (args: string[], input?: string) => runTrellis(args, environmentOf(at.deps), input);
  const createAdministrator = (email: string, password: string) =>
    run(['account', 'create-administrator', '--email', email, '--name', 'First'], `${password}\n`);

  it('shows its help', async () => {
    expect(await run(['--help'])).to.deep.equal({ code: 0, said: `${HELP}\n` });
  });

  it('says that it does not know a command, shows the help, and ends with 2', async () => {
    const { code, said } = await run(['improt']);
    expect(code).to.equal(2);
    expect(said).to.include('There is no command "improt"').and.to.include(HELP);
  });

  it('says that it does not know a flag', async () => {
    const { code, said } = await run(['match', '--shcool', 'Oak']);
    expect(code).to.equal(1);
    expect(said).to.include('--shcool').and.to.include(HELP).and.to.not.include('    at ');
  });

  it('makes an administrator whose password comes through a pipe, once for each address', async () => {
    const made = await createAdministrator('first@example.org', PASSWORD);
    expect(made).to.have.property('code', 0);
    expect(made.said).to.include('first@example.org can sign in now').and.to.not.include(PASSWORD);
    const agent = await signInWith(at.visitor(), 'first@example.org', PASSWORD);
    await agent.get('/api/v1/accounts').expect(200);
    const again = await createAdministrator('First@Example.org', PASSWORD);
    expect(again.code).to.equal(1);
    expect(again.said)
      .to.match(/address/i)
      .and.to.not.include('    at ');
  });

  it('refuses a short password in a sentence', async () => {
    const { code, said } = await createAdministrator('short@example.org', 'short');
    expect(code).to.equal(1);
    expect(said).to.include('at least 12 characters').and.to.not.include('    at ');
    await at
      .visitor()
      .post('/api/v1/session')
      .send({ email: 'short@example.org', password: 'short' })
      .expect(401);
  });
});
