import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { openStream, sealStream } from '../../../server/sealing/seal-stream.ts';

const key = randomBytes(32);
const PIECE = 64 * 1024;
const SEALED = PIECE + 28;
const passed = (bytes: Buffer, through: ReturnType<typeof sealStream>, chunk = 10_000) => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, n) =>
    bytes.subarray(n * chunk, (n + 1) * chunk),
  );
  return buffer(Readable.from(chunks).compose(through));
};
const seal = (bytes: Buffer) => passed(bytes, sealStream(key, 'job'));
const opens = (sealed: Buffer, context = 'job') =>
  passed(sealed, openStream(key, context)).then(
    () => true,
    () => false,
  );

describe('A sealed stream', () => {
  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 7]) {
    it(`of ${length} bytes opens to the same bytes`, async () => {
      const bytes = randomBytes(length);
      const opened = await passed(await seal(bytes), openStream(key, 'job'), 777);
      expect(opened.equals(bytes)).to.equal(true);
    });
  }

  it('holds nothing of what went in', async () => {
    const sealed = await seal(Buffer.from('student_id,name\n7,Maribel Ibarrola\n'));
    expect(sealed.includes('Maribel')).to.equal(false);
  });

  it('does not open cut off, shuffled, changed, or under another name', async () => {
    const sealed = await seal(randomBytes(3 * PIECE));
    const pieces = [0, 1, 2].map((n) => sealed.subarray(n * SEALED, (n + 1) * SEALED));
    const [a, b, c] = pieces as [Buffer, Buffer, Buffer];
    const bent = Buffer.from(sealed);
    bent[SEALED + 20]! ^= 1;
    for (const wrong of [
      Buffer.concat([a, b]),
      Buffer.concat([b, a, c]),
      Buffer.concat([a, c]),
      bent,
      Buffer.alloc(0),
    ])
      expect(await opens(wrong)).to.equal(false);
    expect(await opens(sealed, 'another job')).to.equal(false);
    expect(await opens(sealed)).to.equal(true);
  });
});
