import { expect } from 'chai';
import { withDocumentDb } from '../support/documentdb.ts';

const LIMIT = 16 * 1024 * 1024;

describe('The gateway, for big documents', () => {
  const at = withDocumentDb();

  it('takes and gives a document of nearly 16 MiB', async () => {
    const things = at.db.collection<{ _id: number; bytes: Buffer }>('big');
    const bytes = Buffer.alloc(LIMIT - 100, 7);
    await things.insertOne({ _id: 1, bytes });
    const found = await things.findOne({ _id: 1 }, { promoteBuffers: true });
    expect(found!.bytes.equals(bytes)).to.equal(true);
  }).timeout(20_000);

  it('refuses a bigger one in words', async () => {
    const error = await at.db
      .collection('big')
      .insertOne({ bytes: Buffer.alloc(LIMIT + 1) })
      .catch((each) => each);
    expect(error).to.be.an('error');
    expect(error.message).to.match(/large|size|maximum/i);
  });

  it('takes several messages of many megabytes at once, and pages through what they brought', async () => {
    const things = at.db.collection('megabytes');
    const batch = (part: number) =>
      Array.from({ length: 8 }, (_, i) => ({ part, i, text: 'y'.repeat(1_000_000) }));
    await Promise.all([0, 1, 2].map((part) => things.insertMany(batch(part))));
    let characters = 0;
    for await (const { text } of things.find()) characters += (text as string).length;
    expect(characters).to.equal(24_000_000);
  }).timeout(20_000);
});
