import { Writable } from 'node:stream';
import { expect } from 'chai';
import express from 'express';
import request from 'supertest';
import { createLog } from '../../server/create-log.ts';
import { problems } from '../../server/http/problem.ts';
import { requestId } from '../../server/http/request-id.ts';

describe('The log', () => {
  let text = '';
  const log = createLog(
    'info',
    new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    }),
  );
  const app = express();
  app.use(requestId());
  app.post('/students/:id', express.json(), ({ body }) => {
    throw new Error(`broken\n{"level":60,"msg":"forged"}\r\n${Object.keys(body)}`);
  });
  app.use(problems(log));
  before(() =>
    request(app)
      .post('/students/D-11423?q=secret')
      .set('Cookie', 'trellis=secret-session')
      .set('X-Csrf-Token', 'secret-token')
      .send({ name: 'secret name' })
      .expect(500),
  );

  it('takes nothing that people send for a line of its own', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines).to.have.length(1);
    expect(JSON.parse(lines[0] ?? '')).to.deep.include({ level: 50, msg: 'unexpected error' });
  });

  it('says when, in a time that is the same everywhere, and which request', () => {
    const { time, requestId: id, method, route } = JSON.parse(text);
    expect(Date.now() - time).to.be.within(0, 60_000);
    expect(id).to.match(/^[0-9a-f-]{36}$/);
    expect([method, route]).to.deep.equal(['POST', '/students/:id']);
  });

  it('holds nothing of cookies, tokens, bodies and what was asked for', () => {
    expect(text).not.to.match(/secret|D-11423/);
  });
});
