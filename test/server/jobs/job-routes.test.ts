import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import type { Deps } from '../../../server/deps.ts';
import type { JobListener } from '../../../server/jobs/job-events.ts';
import { announced } from '../../../server/jobs/job-events.ts';
import { jobRoutes } from '../../../server/jobs/job-routes.ts';
import {
  beginFinish,
  beginJob,
  completeJob,
  createJob,
  reportProgress,
} from '../../../server/jobs/job-store.ts';
import { type Agent, testApp } from '../../support/app.ts';

const PATH = '/api/v1/gap-runs';

/** A job listener that tells when its listeners come and go. */
function watched(listener: JobListener, changed: () => void): JobListener & { count(): number } {
  let count = 0;
  const step = (by: number) => {
    count += by;
    changed();
  };
  return {
    close: () => listener.close(),
    count: () => count,
    on(id, hear) {
      step(1);
      const stop = listener.on(id, hear);
      return () => {
        step(-1);
        stop();
      };
    },
  };
}

describe('The routes of a job', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let coordinator: Agent;
  let coordinatorId: string;
  let listener: ReturnType<typeof watched>;
  let onChange = () => {};
  const cleared: string[] = [];

  before(async () => {
    at = await testApp({
      routes: (deps: Deps) => {
        listener = watched(deps.jobListener, () => onChange());
        return jobRoutes(
          { ...deps, jobListener: listener },
          {
            kind: 'gaps',
            path: '/gap-runs',
            name: 'gap run',
            read: 'match-runs.read',
            cancel: 'gaps.cancel',
            resourceOf: ({ schoolIds = [], params }) => ({
              schoolIds,
              accountId: params.locked === true ? 'somebody else' : coordinatorId,
            }),
            onCancel: async ({ id }) => void cleared.push(id),
          },
        );
      },
    });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['oak'] });
    coordinatorId = (await coordinator.get('/api/v1/session')).body.account.id;
  });
  after(() => at.close());

  const create = (more: object = {}) =>
    createJob(at.deps.db, { kind: 'gaps', params: {}, step: 'waiting', schoolIds: ['oak'], ...more });

  describe('that show it', () => {
    it('are open to who may see it; to others it is not there', async () => {
      const [own, other, otherKind] = [
        await create(),
        await create({ schoolIds: ['elm'] }),
        await create({ kind: 'match' }),
      ];
      const { body } = await coordinator.get(`${PATH}/${own.id}`).expect(200);
      expect(body).to.include({ id: own.id, status: 'queued' }).and.to.not.have.property('schoolIds');
      for (const hidden of [other, otherKind]) {
        await coordinator.get(`${PATH}/${hidden.id}`).expect(404);
        await coordinator.get(`${PATH}/${hidden.id}/events`).expect(404);
        await coordinator.post(`${PATH}/${hidden.id}/cancel`).expect(404);
      }
      await coordinator.get(`${PATH}/nonsense`).expect(400);
      await at.visitor().get(`${PATH}/${own.id}`).expect(401);
      await (await at.signIn('family')).get(`${PATH}/${own.id}`).expect(403);
    });

    it('list what one may see however much there is that one may not', async () => {
      const own = await create({ schoolIds: ['fir'] });
      await Promise.all(Array.from({ length: 4 }, () => create({ schoolIds: ['elm'] })));
      const agent = await at.signIn({ role: 'coordinator', schoolIds: ['fir'] });
      const { body } = await agent.get(`${PATH}?limit=2`).expect(200);
      expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal([own.id]);
      expect(body.total).to.equal(1);
      await agent.get(`${PATH}?limit=0`).expect(400);
      await agent.get(`${PATH}?status=lost`).expect(400);
      expect((await agent.get(`${PATH}?status=running`).expect(200)).body.items).to.deep.equal([]);
    });
  });

  describe('that cancel it', () => {
    it('do so once, and what it leaves behind is cleared', async () => {
      const job = await create();
      expect((await coordinator.post(`${PATH}/${job.id}/cancel`).expect(200)).body.status).to.equal(
        'cancelled',
      );
      expect((await coordinator.post(`${PATH}/${job.id}/cancel`).expect(200)).body.status).to.equal(
        'cancelled',
      );
      expect(cleared.filter((id) => id === job.id)).to.have.length(1);
    });

    it('leave it running once its last step has begun', async () => {
      const job = await create();
      await beginJob(at.deps.db, job.id);
      await beginFinish(at.deps.db, job.id);
      expect((await coordinator.post(`${PATH}/${job.id}/cancel`).expect(200)).body.status).to.equal(
        'running',
      );
      expect(cleared).to.not.include(job.id);
    });

    it('refuse who sees it and may not cancel it', async () => {
      const job = await create({ params: { locked: true } });
      const { body } = await coordinator.post(`${PATH}/${job.id}/cancel`).expect(403);
      expect(body.code).to.equal('forbidden');
      expect((await coordinator.get(`${PATH}/${job.id}`)).body.status).to.equal('queued');
    });
  });

  describe('that follow it', () => {
    async function follow(id: string): Promise<{ request: ClientRequest; reply: IncomingMessage }> {
      const cookie = await cookieOf(coordinator, at.url);
      const request = get(`${at.url}${PATH}/${id}/events`, { headers: { cookie } });
      const [reply] = (await once(request, 'response')) as [IncomingMessage];
      return { request, reply };
    }

    it('send it at once, then its changes, and end when it has ended', async () => {
      const job = await create();
      const { reply } = await follow(job.id);
      expect(reply.headers['content-type']).to.match(/^text\/event-stream/);
      expect(reply.headers['cache-control']).to.include('no-store');
      const seen: string[] = [];
      const steps = [
        () => beginJob(at.deps.db, job.id),
        () => reportProgress(at.deps.db, job.id, { step: 'measuring', done: 2 }),
        () => completeJob(at.deps.db, job.id, { offers: 3 }),
      ];
      for await (const line of createInterface({ input: reply })) {
        if (line.startsWith('event: ')) expect(line).to.equal('event: job');
        if (!line.startsWith('data: ')) continue;
        const shown = JSON.parse(line.slice(6));
        expect(shown).to.not.have.any.keys('schoolIds', 'accountId', 'seenAt', 'finishing');
        const words = `${shown.status} ${shown.progress.step}`;
        if (seen.at(-1) === words) continue;
        seen.push(words);
        const step = steps.shift();
        if (step) await announced(at.deps, step());
      }
      expect(seen).to.deep.equal([
        'queued waiting',
        'running waiting',
        'running measuring',
        'complete measuring',
      ]);
      expect(listener.count()).to.equal(0);
    });

    it('send one event of a job that has ended long ago, for no cache to keep', async () => {
      const job = await create();
      await beginJob(at.deps.db, job.id);
      await completeJob(at.deps.db, job.id, {});
      const { text, headers } = await coordinator.get(`${PATH}/${job.id}/events`).buffer(true).expect(200);
      expect(text.match(/^event: job$/gm)).to.have.length(1);
      expect(headers['cache-control']).to.equal('no-store, no-transform');
    });

    it('forget who has gone away', async () => {
      const job = await create();
      const { request, reply } = await follow(job.id);
      await once(reply, 'data');
      expect(listener.count()).to.equal(1);
      const gone = new Promise<void>((resolve) => {
        onChange = resolve;
      });
      reply.on('error', () => undefined);
      request.destroy();
      await gone;
      expect(listener.count()).to.equal(0);
    });
  });
});

/** The session's cookie, for requests that no agent can make. */
async function cookieOf(agent: Agent, url: string): Promise<string> {
  const { hostname } = new URL(url);
  const jar = (agent as unknown as { jar: { getCookies(at: object): { toValueString(): string } } }).jar;
  return jar.getCookies({ domain: hostname, path: '/', secure: false, script: false }).toValueString();
}
