import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { problems } from '../../../server/http/problem.ts';
import { readJson } from '../../../server/http/read-json.ts';

function echo(patienceMs?: number) {
  const app = express();
  app.post('/', ...readJson(patienceMs), (req, res) => void res.json({ got: req.body ?? null }));
  app.use(problems(pino({ level: 'silent' })));
  return app;
}

describe('A JSON body', () => {
  it('is read', async () => {
    const { body } = await request(echo()).post('/').send({ a: 1 }).expect(200);
    expect(body).to.deep.equal({ got: { a: 1 } });
  });

  it('may be missing', async () => {
    await request(echo()).post('/').expect(200);
  });

  it('of another type is refused, whatever is in it', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const reply = await request(echo()).post('/').set('Content-Type', type).send('{"a":1}').expect(415);
      expect(reply.body.code).to.equal('not-json');
    }
  });

  it('of more than a megabyte is refused, also when it is small while packed', async () => {
    const large = JSON.stringify('x'.repeat(1_100_000));
    const reply = await request(echo()).post('/').type('json').send(`[${large}]`).expect(413);
    expect(reply.body.code).to.equal('too-large');
    const { gzipSync } = await import('node:zlib');
    const packed = request(echo()).post('/').type('json').set('Content-Encoding', 'gzip');
    packed.write(gzipSync(`[${large}]`));
    await packed.expect(413);
  });

  it('nested a hundred thousand times is answered like any other wrong one', async () => {
    const reply = await request(echo()).post('/').type('json').send('['.repeat(100_000));
    expect(reply.status).to.equal(400);
  });

  it('that comes byte by byte is not waited for', async () => {
    const server = createServer(echo(50)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    const reply = await text(socket);
    expect(reply).to.match(/^HTTP\/1\.1 408 /);
    expect(reply).to.include('"too-slow"');
    server.close();
  });
});
