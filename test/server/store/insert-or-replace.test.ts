import { expect } from 'chai';
import { insertOrReplace } from '../../../server/store/insert-or-replace.ts';
import { testDatabase } from '../../support/database.ts';

describe('Insert or replace', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  it('writes what is new, and over what others have written meanwhile', async () => {
    const collection = database.connection.collection<{ _id: string; says?: string | undefined }>('notes');
    await collection.insertOne({ _id: 'b', says: 'somebody else’s' });
    await insertOrReplace(collection, []);
    await insertOrReplace(
      collection,
      ['a', 'b', 'c'].map((_id) => ({ _id, says: 'ours', nothing: undefined })),
    );
    expect(await collection.find().sort({ _id: 1 }).toArray()).to.deep.equal(
      ['a', 'b', 'c'].map((_id) => ({ _id, says: 'ours' })),
    );
  });
});
