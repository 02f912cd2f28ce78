import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect } from 'chai';
import { pino } from 'pino';
import { freePort } from '../../../scripts/data-servers/processes/free-port.ts';
import { createQueues, type Queues } from '../../../server/queue/queues.ts';
import { testApp } from '../../support/app.ts';

describe('The queues', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let queues: Queues;
  before(async () => {
    at = await testApp({ routes: [] });
    ({ queues } = at.deps);
  });
  after(() => at.close());

  it('hold a task once, however often it is asked for', async () => {
    const payload = { jobId: randomUUID(), chunk: 0 };
    await Promise.all([1, 2, 3].map(() => queues.ask('matches', 'chunk', payload)));
    await queues.ask('matches', 'chunk', { ...payload, chunk: 1 });
    await queues.ask('matches', 'begin', { jobId: payload.jobId });
    const waiting = await queues.open('matches').getWaiting();
    expect(waiting.map(({ name, data }) => [name, data.chunk])).to.have.deep.members([
      ['chunk', 0],
      ['chunk', 1],
      ['begin', undefined],
    ]);
  });

  it('take a task again that has been done', async () => {
    const queue = queues.open('gaps');
    const payload = { jobId: randomUUID() };
    let done = 0;
    const count = async () => {
      done += 1;
    };
    queue.process('*', count).catch(() => undefined);
    for (const times of [1, 2]) {
      const completed = once(queue, 'completed');
      await queues.ask('gaps', 'compute', payload);
      await completed;
      expect(done).to.equal(times);
    }
    expect(await queue.getJobCounts()).to.include({ completed: 0, failed: 0, waiting: 0 });
  });

  it('take nothing but ids', async () => {
    for (const payload of [{}, { jobId: 'student-1' }, { jobId: randomUUID(), name: 'Ann' }]) {
      const error = await queues.ask('imports', 'import', payload as never).catch((cause: Error) => cause);
      expect(error).to.have.property('name', 'ZodError');
    }
    expect(await queues.open('imports').count()).to.equal(0);
  });

  it('let nobody wait for a Redis that is away where the job is recorded', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`;
    const { config } = at.deps;
    const away = createQueues({ ...config, redis: { ...config.redis, url } }, pino({ level: 'silent' }));
    await away.askSoon('gaps', 'compute', { jobId: randomUUID() });
    const queue = away.open('gaps') as unknown as { clients: { disconnect(): void }[] };
    for (const client of queue.clients) client.disconnect();
  });
});
