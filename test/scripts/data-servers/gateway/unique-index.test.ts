import { expect } from 'chai';
import type { MongoBulkWriteError, MongoServerError } from 'mongodb';
import { withDocumentDb } from '../support/documentdb.ts';

describe('The gateway, when a unique index is violated', () => {
  const at = withDocumentDb();
  const people = () => at.db.collection<{ _id?: number; email: string; school?: { id: number } }>('people');
  const failing = <E>(work: Promise<unknown>): Promise<E> =>
    work.then(
      () => Promise.reject(new Error('It should have failed.')),
      (error) => error as E,
    );

  before(async () => {
    await people().createIndex({ email: 1, 'school.id': 1 }, { unique: true, name: 'email_school' });
    await people().insertMany([
      { _id: 1, email: 'a@b.c', school: { id: 1 } },
      { _id: 2, email: 'x@y.z', school: { id: 1 } },
    ]);
  });

  it('names index, key and value for a single insert', async () => {
    const error = await failing<MongoServerError>(
      people().insertOne({ _id: 3, email: 'a@b.c', school: { id: 1 } }),
    );
    expect(error.code).to.equal(11000);
    expect(error.message).to.match(
      /^E11000 duplicate key error collection: test_\w+\.people index: email_school dup key/,
    );
    expect(error.keyPattern).to.deep.equal({ email: 1, 'school.id': 1 });
    expect(error.keyValue).to.deep.equal({ email: 'a@b.c', 'school.id': 1 });
  });

  it('names the _id when that is taken', async () => {
    const error = await failing<MongoServerError>(people().insertOne({ _id: 1, email: 'new' }));
    expect(error).to.deep.include({ code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
  });

  it('stops an ordered insertMany at the duplicate, and goes on in an unordered one', async () => {
    const documents = [{ email: 'o1' }, { email: 'a@b.c', school: { id: 1 } }, { email: 'o2' }];
    const ordered = await failing<MongoBulkWriteError>(
      people().insertMany(documents.map((each) => ({ ...each }))),
    );
    expect(ordered).to.include({ code: 11000, insertedCount: 1 });
    await people().deleteMany({ email: /^o/ });
    const unordered = await failing<MongoBulkWriteError>(
      people().insertMany(
        documents.map((each) => ({ ...each })),
        { ordered: false },
      ),
    );
    expect(unordered.insertedCount).to.equal(2);
    expect([unordered.writeErrors].flat().map(({ index, code }) => [index, code])).to.deep.equal([
      [1, 11000],
    ]);
  });

  it('is told for updates, upserts, findOneAndUpdate and bulkWrite', async () => {
    const taken = { $set: { email: 'a@b.c', 'school.id': 1 } };
    const codes = await Promise.all(
      [
        people().updateOne({ _id: 2 }, taken),
        people().updateOne({ _id: 77 }, taken, { upsert: true }),
        people().findOneAndUpdate({ _id: 2 }, taken),
        people().bulkWrite([{ updateOne: { filter: { _id: 2 }, update: taken } }]),
      ].map(async (work) => (await failing<MongoServerError>(work)).code),
    );
    expect(codes).to.deep.equal([11000, 11000, 11000, 11000]);
    expect(await people().findOne({ _id: 2 })).to.include({ email: 'x@y.z' });
  });

  it('is told when an index cannot be built over duplicates', async () => {
    const twins = at.db.collection('twins');
    await twins.insertMany([{ a: 1 }, { a: 1 }]);
    expect((await failing<MongoServerError>(twins.createIndex({ a: 1 }, { unique: true }))).code).to.equal(
      11000,
    );
  });

  it('holds for a partial index just where the index does', async () => {
    const drafts = at.db.collection('drafts');
    await drafts.createIndex({ slug: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await drafts.insertMany([{ slug: 'a' }, { slug: 'a' }, { slug: 'a', live: true }]);
    expect((await failing<MongoServerError>(drafts.insertOne({ slug: 'a', live: true }))).code).to.equal(
      11000,
    );
  });

  it('lets one of many racing inserts through, and tells the others at once, time and again', async () => {
    for (let race = 0; race < 5; race += 1) {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, () => people().insertOne({ email: `race ${race}`, school: { id: 5 } })),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      const codes = results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
      expect(new Set(codes)).to.deep.equal(new Set([11000]));
    }
  });
});
