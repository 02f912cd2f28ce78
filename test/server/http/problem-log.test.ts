import { expect } from 'chai';
import express from 'express';
import type { Logger } from 'pino';
import request from 'supertest';
import { AppError } from '../../../server/http/app-error.ts';
import { problems } from '../../../server/http/problem.ts';
import { requestId } from '../../../server/http/request-id.ts';

describe('The log line of an error', () => {
  const lines: Record<string, unknown>[] = [];
  const log = { error: (line: Record<string, unknown>) => lines.push(line) } as unknown as Logger;
  const app = express();
  app.use(requestId());
  app.get('/students/:id', ({ params }) => {
    throw params.id === 'refused' ? new AppError(409, 'own-account', 'No.') : new Error('broken');
  });
  app.use(problems(log));
  beforeEach(() => lines.splice(0));

  it('carries the id that the answer has, and the route without what was asked for', async () => {
    const reply = await request(app).get('/students/D-11423?q=secret').expect(500);
    expect(reply.body).to.include({ code: 'unexpected' });
    const [{ err, ...line } = {}] = lines;
    expect(err).to.have.property('message', 'broken');
    expect(line).to.deep.equal({
      requestId: reply.headers['x-request-id'],
      method: 'GET',
      route: '/students/:id',
    });
    expect(line.requestId).to.match(/^[0-9a-f-]{36}$/);
  });

  it('is not written for a refusal that people are meant to read', async () => {
    await request(app).get('/students/refused').expect(409);
    expect(lines).to.deep.equal([]);
  });
});
