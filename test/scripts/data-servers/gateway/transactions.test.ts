import { expect } from 'chai';
import { MongoClient, type MongoServerError } from 'mongodb';
import { uriOf, withDocumentDb } from '../support/documentdb.ts';

interface Account {
  _id: string;
  seats: number;
}

describe('The gateway, for transactions', () => {
  const at = withDocumentDb();
  const accounts = () => at.db.collection<Account>('accounts');
  const seats = async (_id: string) => (await accounts().findOne({ _id }))?.seats;

  beforeEach(async () => {
    await accounts().deleteMany({});
    await accounts().insertMany(['a', 'b', 'c'].map((_id) => ({ _id, seats: 10 })));
  });

  it('commits writes to two collections together, seen by nobody before', async () => {
    await at.client.withSession((session) =>
      session.withTransaction(async () => {
        await accounts().updateOne({ _id: 'a' }, { $inc: { seats: -1 } }, { session });
        await at.db.collection('log').insertOne({ who: 'a' }, { session });
        expect((await accounts().findOne({ _id: 'a' }, { session }))?.seats).to.equal(9);
        expect(await seats('a')).to.equal(10);
      }),
    );
    expect([await seats('a'), await at.db.collection('log').countDocuments()]).to.deep.equal([9, 1]);
  });

  it('rolls everything back when the work throws', async () => {
    const failure = await at.client
      .withSession((session) =>
        session.withTransaction(async () => {
          await accounts().updateMany({}, { $set: { seats: 0 } }, { session });
          throw new Error('changed my mind');
        }),
      )
      .catch((error: Error) => error);
    expect(failure).to.be.an('error').with.property('message', 'changed my mind');
    expect(await seats('b')).to.equal(10);
  });

  it('loses no update when many read, think and write the same document', async () => {
    const book = () =>
      at.client.withSession((session) =>
        session.withTransaction(async () => {
          const account = await accounts().findOne({ _id: 'a' }, { session });
          await accounts().updateOne({ _id: 'a' }, { $set: { seats: account!.seats - 1 } }, { session });
        }),
      );
    await Promise.all(Array.from({ length: 8 }, book));
    expect(await seats('a')).to.equal(2);
  });

  it('calls a conflict transient, so that the driver tries again', async () => {
    const first = at.client.startSession();
    const second = at.client.startSession();
    try {
      first.startTransaction();
      second.startTransaction();
      await accounts().updateOne({ _id: 'a' }, { $inc: { seats: 1 } }, { session: first });
      const error = await accounts()
        .updateOne({ _id: 'a' }, { $inc: { seats: 1 } }, { session: second })
        .catch((each: MongoServerError) => each);
      expect(error).to.include({ code: 112, codeName: 'WriteConflict' });
      expect((error as MongoServerError).hasErrorLabel('TransientTransactionError')).to.equal(true);
      await first.commitTransaction();
      expect(await seats('a')).to.equal(11);
    } finally {
      await Promise.all([first.endSession(), second.endSession()]);
    }
  });

  it('calls a write to what changed since the snapshot a conflict too', async () => {
    const session = at.client.startSession();
    try {
      session.startTransaction();
      await accounts().findOne({ _id: 'a' }, { session });
      await accounts().updateOne({ _id: 'b' }, { $set: { seats: 1 } });
      const read = await accounts().findOne({ _id: 'b' }, { session });
      expect(read?.seats).to.equal(10);
      const error = await accounts()
        .updateOne({ _id: 'b' }, { $set: { seats: 2 } }, { session })
        .catch((each) => each);
      expect(error).to.include({ code: 112 });
    } finally {
      await session.endSession();
    }
  });

  it('answers a repeated commit as it did the first', async () => {
    const session = at.client.startSession();
    try {
      session.startTransaction();
      await accounts().updateOne({ _id: 'c' }, { $inc: { seats: 5 } }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
      expect(await seats('c')).to.equal(15);
    } finally {
      await session.endSession();
    }
  });

  it('ends the transaction at a duplicate key, as MongoDB does', async () => {
    const session = at.client.startSession();
    try {
      session.startTransaction();
      await accounts().insertOne({ _id: 'new', seats: 1 }, { session });
      const duplicate = await accounts()
        .insertOne({ _id: 'a', seats: 1 }, { session })
        .catch((each) => each);
      expect(duplicate).to.include({ code: 11000 });
      const next = await accounts()
        .insertOne({ _id: 'd', seats: 1 }, { session })
        .catch((each) => each);
      expect(next).to.include({ code: 251, codeName: 'NoSuchTransaction' });
    } finally {
      await session.endSession();
    }
    expect(await seats('new')).to.equal(undefined);
  });

  it('reads many pages within a transaction', async () => {
    const numbers = at.db.collection('numbers');
    await numbers.insertMany(Array.from({ length: 1000 }, (_, i) => ({ i })));
    await at.client.withSession((session) =>
      session.withTransaction(async () => {
        await numbers.insertOne({ i: 1000 }, { session });
        const read = await numbers.find({}, { session, batchSize: 90 }).sort({ i: -1 }).toArray();
        expect(read).to.have.length(1001);
      }),
    );
  });

  it('rolls back a transaction that outlives its time', async () => {
    const gateway = await at.engine.anotherGateway({ transactionLifetimeMs: 50 });
    const client = await new MongoClient(uriOf(gateway)).connect();
    const session = client.startSession();
    try {
      session.startTransaction();
      const mine = client.db(at.db.databaseName).collection<Account>('accounts');
      await mine.updateOne({ _id: 'a' }, { $set: { seats: 0 } }, { session });
      const open = async () =>
        (await client.db('admin').admin().serverStatus()).transactions.currentOpen as number;
      while ((await open()) > 0);
      const error = await session.commitTransaction().catch((each) => each);
      expect(error).to.include({ code: 251 });
      expect(await seats('a')).to.equal(10);
    } finally {
      await session.endSession();
      await client.close();
    }
  });

  it('refuses in a transaction what MongoDB refuses there', async () => {
    const session = at.client.startSession();
    try {
      session.startTransaction();
      const error = await at.db.command({ count: 'accounts' }, { session }).catch((each) => each);
      expect(error).to.include({ code: 263, codeName: 'OperationNotSupportedInTransaction' });
    } finally {
      await session.endSession();
    }
  });

  it('does a write once that the driver sends twice', async () => {
    const lsid = { id: (at.client.startSession().id as { id: unknown }).id };
    const write = { update: 'accounts', updates: [{ q: { _id: 'a' }, u: { $inc: { seats: 1 } } }] };
    const { rawCommand } = await import('../support/raw-client.ts');
    const { Long } = await import('mongodb');
    const command = { ...write, lsid, txnNumber: Long.fromNumber(1), $db: at.db.databaseName };
    const replies = [
      await rawCommand(at.engine.gateway.port, command),
      await rawCommand(at.engine.gateway.port, command),
    ];
    expect(replies.map(({ nModified }) => nModified)).to.deep.equal([1, 1]);
    expect(await seats('a')).to.equal(11);
  });
});
