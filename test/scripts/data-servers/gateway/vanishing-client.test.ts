import { expect } from 'chai';
import { Long, MongoClient, UUID } from 'mongodb';
import { withDocumentDb } from '../support/documentdb.ts';
import { exchange, open, opMsg } from '../support/raw-client.ts';

describe('The gateway, when a client disappears', () => {
  const at = withDocumentDb();
  const status = async () => at.client.db('admin').admin().serverStatus();
  const port = () => at.engine.gateway.port;

  it('rolls back its transaction and frees what that held', async () => {
    const things = at.db.collection<{ _id: number; n: number }>('held');
    await things.insertOne({ _id: 1, n: 0 });
    const socket = await open(port());
    const lsid = { id: new UUID() };
    const update = {
      update: 'held',
      updates: [{ q: { _id: 1 }, u: { $set: { n: 5 } } }],
      $db: at.db.databaseName,
    };
    await exchange(
      socket,
      opMsg({ ...update, lsid, txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false }),
    );
    expect((await status()).transactions.currentOpen).to.equal(1);
    socket.destroy();
    // Waits for the lock until the rollback; it would wait for ever without one.
    await things.updateOne({ _id: 1 }, { $inc: { n: 1 } });
    expect(await things.findOne({ _id: 1 })).to.deep.equal({ _id: 1, n: 1 });
    expect((await status()).transactions.currentOpen).to.equal(0);
  });

  it('stops the query that it was waiting for', async () => {
    const many = at.db.collection('slow');
    await many.insertMany(Array.from({ length: 1500 }, (_, i) => ({ i })));
    const socket = await open(port());
    // A join of everything with everything, three times: hours.
    const join = (as: string) => ({
      $lookup: {
        from: 'slow',
        pipeline: [{ $match: { i: { $gte: 0 } } }, { $project: { s: { $add: ['$i', 1] } } }],
        as,
      },
    });
    const unwind = (as: string) => ({ $unwind: `$${as}` });
    const pipeline = [
      join('a'),
      unwind('a'),
      join('b'),
      unwind('b'),
      { $group: { _id: '$b.s', n: { $sum: 1 } } },
    ];
    socket.write(
      opMsg({ aggregate: 'slow', pipeline, cursor: {}, comment: 'slow one', $db: at.db.databaseName }),
    );
    const engine = await at.engine.activeQueries();
    while ((await engine.count()) === 0);
    socket.destroy();
    while ((await engine.count()) > 0);
    await engine.close();
    expect((await at.db.command({ ping: 1 })).ok).to.equal(1);
  });

  it('lets others go on after one leaves in the middle of its cursor', async () => {
    await at.db.collection('pages').insertMany(Array.from({ length: 2000 }, (_, i) => ({ i })));
    const leaver = await new MongoClient(at.engine.uri).connect();
    const cursor = leaver
      .db(at.db.databaseName)
      .collection('pages')
      .find({}, { batchSize: 10 })
      .sort({ i: 1 });
    await cursor.next();
    const mine = at.db.collection('pages').find({}, { batchSize: 100 }).sort({ i: 1 });
    await mine.next();
    await leaver.close(true);
    expect(await mine.toArray()).to.have.length(1999);
  });

  it('survives many that hang up in the middle of a message', async () => {
    const whole = opMsg({
      insert: 'half',
      documents: [{ text: 'x'.repeat(10_000) }],
      $db: at.db.databaseName,
    });
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        const socket = await open(port());
        socket.write(whole.subarray(0, 10 + i * 400));
        socket.end();
      }),
    );
    expect(await at.db.collection('half').countDocuments()).to.equal(0);
  });
});
