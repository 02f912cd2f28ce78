import { Agent } from 'node:http';
import { expect } from 'chai';
import { z } from 'zod';
import { endSessions } from '../../../server/accounts/end-sessions.ts';
import { route } from '../../../server/http/route.ts';
import { testApp } from '../../support/app.ts';

const HOUR = 3_600_000;

describe('The record of a session', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({
      routes: (deps) => [
        route({
          method: 'get',
          path: '/ends-own',
          action: 'own-account.read',
          returns: z.unknown(),
          handle: async ({ account }) => {
            await endSessions(deps.db, account?.id ?? '');
            return { text: 'whole' };
          },
        }),
      ],
    });
  });
  after(() => at.close());

  const sessions = () => at.deps.db.collection<{ _id: string; session: object; expires: Date }>('sessions');

  it('holds the account, the times, the browser’s kind and the token, and nothing else', async () => {
    await at.signIn('staff');
    const record = await sessions().findOne({});
    expect(Object.keys(record?.session ?? {})).to.have.members([
      'cookie',
      'accountId',
      'signedInAt',
      'confirmedAt',
      'method',
      'device',
      'csrfToken',
    ]);
  });

  it('is moved on when it was last moved a while ago, and not with each request', async () => {
    const agent = await at.signIn('staff');
    const aged = { lastModified: new Date(Date.now() - HOUR), expires: new Date(Date.now() + HOUR) };
    await sessions().updateMany({}, { $set: aged });
    await agent.get('/api/v1/session').expect(200);
    const [moved] = await sessions().find().sort({ expires: -1 }).limit(1).toArray();
    expect(Number(moved?.expires) - Date.now()).to.be.within(7.9 * HOUR, 8.1 * HOUR);
    await agent.get('/api/v1/session').expect(200);
    const same = await sessions().findOne({ _id: moved?._id ?? '' });
    expect(same?.expires).to.deep.equal(moved?.expires);
  });

  it('may go away during a request without harm to the answer or its connection', async () => {
    const agent = await at.signIn('staff');
    await sessions().updateMany({}, { $set: { lastModified: new Date(Date.now() - HOUR) } });
    const connections = new Agent({ keepAlive: true });
    const reply = await agent.get('/api/v1/ends-own').agent(connections).expect(200);
    expect(reply.body).to.deep.equal({ text: 'whole' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Object.keys(connections.freeSockets)).to.have.length(1);
    connections.destroy();
    await agent.get('/api/v1/ends-own').expect(401);
  });

  it('opens nothing once it has expired, even before the database has cleared it away', async () => {
    const agent = await at.signIn('staff');
    await sessions().updateMany({}, { $set: { expires: new Date(Date.now() - 1000) } });
    expect((await agent.get('/api/v1/session')).body.account).to.equal(null);
  });

  it('is signed: an id alone, without the signature, opens nothing', async () => {
    await at.signIn('staff');
    const [newest] = await sessions().find().sort({ expires: -1 }).limit(1).toArray();
    const reply = await at.visitor().get('/api/v1/session').set('Cookie', `trellis=s%3A${newest?._id}.guess`);
    expect(reply.body.account).to.equal(null);
  });
});
