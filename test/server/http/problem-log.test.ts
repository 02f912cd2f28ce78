import { expect } from 'chai';
import express from 'express';
import type { Logger } from 'pino';
import request from 'supertest';
import type { Account } from '../../../server/accounts/account.ts';
import { AppError, NotOpen, notFound } from '../../../server/http/app-error.ts';
import { problems, toProblem } from '../../../server/http/problem.ts';
import { requestId } from '../../../server/http/request-id.ts';

describe('The log line of an error', () => {
  const lines: Record<string, unknown>[] = [];
  const write = (line: Record<string, unknown>) => lines.push(line);
  const log = { error: write, info: write } as unknown as Logger;
  const app = express();
  app.use(requestId());
  app.get('/students/:id', ({ params }) => {
    throw params.id === 'refused' ? new AppError(409, 'own-account', 'No.') : new Error('broken');
  });
  app.post('/students', (req) => {
    req.account = { id: 'account-1' } as Account;
    throw new AppError(403, 'forbidden', 'No.');
  });
  app.get('/secrets', () => {
    throw new NotOpen();
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

  it('tells of a refusal that may be an attempt at what is closed, and of who made it', async () => {
    const reply = await request(app).post('/students?q=secret').send({ name: 'secret' }).expect(403);
    expect(lines).to.deep.equal([
      {
        code: 'forbidden',
        requestId: reply.headers['x-request-id'],
        method: 'POST',
        route: '/students',
        accountId: 'account-1',
      },
    ]);
  });

  it('tells a record that may not be seen from one that is not there; the answer does not', async () => {
    const reply = await request(app).get('/secrets').expect(404);
    expect(lines.map(({ code }) => code)).to.deep.equal(['not-open']);
    expect(reply.body).to.deep.equal(toProblem(notFound()));
  });
});
