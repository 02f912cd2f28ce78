import { expect } from 'chai';
import fc from 'fast-check';
import { createMessageCutter } from '../../../../scripts/data-servers/gateway/message-stream.ts';
import { withDocumentDb } from '../support/documentdb.ts';
import { documentOf, exchange, open, opMsg, opQuery, rawCommand } from '../support/raw-client.ts';

describe('The gateway, for malformed messages', () => {
  const at = withDocumentDb();
  const port = () => at.engine.gateway.port;

  /** Sends bytes on a connection of their own; what comes back does not matter, that others are served does. */
  const survives = async (bytes: Uint8Array) => {
    const socket = await open(port());
    const reply = exchange(socket, bytes);
    socket.end();
    await reply;
    socket.destroy();
    expect((await rawCommand(port(), { ping: 1, $db: 'admin' })).ok).to.equal(1);
  };

  it('survives random bytes', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 100 }));

  it('survives random bodies in a right frame', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(1, 2004, 2012, 2013),
        async (body, opCode) => {
          const head = Buffer.alloc(16);
          head.writeInt32LE(16 + body.length, 0);
          head.writeInt32LE(opCode, 12);
          await survives(Buffer.concat([head, body]));
        },
      ),
      { numRuns: 100 },
    ));

  it('survives real commands that are cut off or have bytes changed', () => {
    const point = { type: 'Point', coordinates: [1, 2] };
    const $db = at.db.databaseName;
    const commands = [
      opMsg({ insert: 'f', $db }, { sequences: { documents: [{ a: 1, point, list: [1, { b: 'x' }] }] } }),
      opMsg({ find: 'f', filter: { a: { $gt: 0 }, list: { $in: [1, 'x'] } }, sort: { a: 1 }, $db }),
      opMsg({ update: 'f', updates: [{ q: { a: 1 }, u: { $set: { 'list.1': 2 } }, upsert: true }], $db }),
      opMsg({
        aggregate: 'f',
        pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$a', n: { $sum: 1 } } }],
        cursor: {},
        $db,
      }),
      opMsg({ getMore: 5n, collection: 'f', $db }),
      opMsg({ hello: 1, $db }),
    ];
    const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
    const damaged = fc.tuple(
      fc.constantFrom(...commands),
      fc.array(change, { maxLength: 4 }),
      fc.boolean(),
      fc.nat(),
    );
    return fc.assert(
      fc.asyncProperty(damaged, async ([command, changes, cutOff, length]) => {
        const bytes = Buffer.from(command);
        // The frame's length stays: without it most of these would only wait for more.
        for (const { at: place, to } of changes) bytes[16 + (place % (bytes.length - 16))] = to;
        await survives(cutOff ? bytes.subarray(0, length % bytes.length) : bytes);
      }),
      { numRuns: 150 },
    );
  }).timeout(20_000);

  it('closes the connection at a length that cannot be', async () => {
    for (const length of [0, 15, -1, 48_000_001]) {
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(length);
      expect(await exchange(await open(port()), bytes)).to.equal(null);
    }
  });

  it('answers what is a message and no command, and goes on on the same connection', async () => {
    const socket = await open(port());
    try {
      expect(documentOf((await exchange(socket, opMsg({})))!)).to.include({
        ok: 0,
        codeName: 'FailedToParse',
      });
      expect(documentOf((await exchange(socket, opMsg({ ping: 1 })))!)).to.include({
        ok: 0,
        codeName: 'FailedToParse',
      });
      expect(
        documentOf(
          (await exchange(socket, opMsg({ ping: 1, $db: 'a' }, { sequences: { documents: [{}] } })))!,
        ).ok,
      ).to.equal(0);
      expect(documentOf((await exchange(socket, opMsg({ ping: 1, $db: 'a' }, { flags: 1 })))!).ok).to.equal(
        1,
      );
    } finally {
      socket.destroy();
    }
  });

  it('answers messages that arrive together in their order', async () => {
    const socket = await open(port());
    const burst = [1, 2, 3, 4, 5].map((requestId) => opMsg({ ping: 1, $db: 'a' }, { requestId }));
    const cut = createMessageCutter();
    const answered: number[] = [];
    socket.write(Buffer.concat(burst));
    for await (const chunk of socket) {
      answered.push(...cut(chunk as Buffer).map((message) => message.readInt32LE(8)));
      if (answered.length === burst.length) break;
    }
    expect(answered).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('greets old drivers in their own way', async () => {
    const socket = await open(port());
    const reply = await exchange(socket, opQuery('admin.$cmd', { isMaster: 1, helloOk: true }));
    socket.destroy();
    expect(reply!.readInt32LE(12)).to.equal(1);
    const { BSON } = await import('mongodb');
    expect(BSON.deserialize(reply!.subarray(36))).to.include({
      ismaster: true,
      helloOk: true,
      maxWireVersion: 21,
    });
  });
});
