import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect } from 'chai';
import { refuseTakenPort } from '../../../scripts/start/refuse-taken-port.ts';
import { refusalOf } from './refusal-of.ts';

const HOST = '127.0.0.1';

describe('The port of npm start', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) server.close();
  });

  async function take(port: number, host = HOST): Promise<number> {
    const server = createServer().listen(port, host);
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  it('is left open for the server when nobody has it', async () => {
    const port = await take(0);
    const [server] = servers.splice(0);
    server?.close();
    await refuseTakenPort(port, HOST);
    await take(port);
  });

  for (const host of [HOST, '0.0.0.0', '::']) {
    it(`is refused when a program has it on ${host}, and the port named instead is open`, async () => {
      const port = await take(0, host);
      const words = await refusalOf(() => refuseTakenPort(port, HOST));
      expect(words).to.match(new RegExp(`^Port ${port} is taken by another program`));
      const other = Number(/npm start -- --port (\d+)$/.exec(words)?.[1]);
      expect(other).to.not.equal(port);
      await refuseTakenPort(other, HOST);
    });
  }

  it('passes over neighbours that are taken as well', async () => {
    for (;;) {
      const port = await take(0);
      const next = await take(port + 1).catch(() => undefined);
      if (next === undefined) continue;
      const words = await refusalOf(() => refuseTakenPort(port, HOST));
      expect(words).to.not.match(new RegExp(`--port ${next}$`));
      return;
    }
  });

  it('cannot be one of a computer that is not this one', async () => {
    expect(await refusalOf(() => refuseTakenPort(8080, '192.0.2.1'))).to.include('192.0.2.1');
  });
});
