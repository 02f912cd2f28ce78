import { randomBytes } from 'node:crypto';
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Connection, mongo } from 'mongoose';
import type { Deps } from '../deps.ts';
import { KEY_BYTES } from '../sealing/cipher.ts';
import { openStream, sealStream } from '../sealing/seal-stream.ts';
import type { SealContext } from '../sealing/sealing.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/** A bucket of GridFS. Each file is sealed with a key of its own, which lies wrapped beside it. */
export function sealedFiles({ db, sealing }: Sealed, bucketName: string) {
  const bucket = bucketOf(db, bucketName);
  const context = (name: string): SealContext => ({
    collection: `${bucketName}.files`,
    id: name,
    field: 'metadata.key',
  });
  return {
    /** Takes in what `checks` let through. Where one of them fails, nothing is left. */
    async put(name: string, body: Readable, checks: readonly Transform[]): Promise<void> {
      const key = randomBytes(KEY_BYTES);
      const wrapped = sealing.seal(key.toString('base64url'), context(name));
      const file = bucket.openUploadStream(name, { metadata: { key: wrapped } });
      try {
        await pipeline([body, ...checks, sealStream(key, name), file]);
      } catch (error) {
        // Pieces that were written already belong to no file.
        await file.abort();
        throw error;
      }
    },
    /** As it was given; undefined when it is gone. */
    async open(name: string): Promise<{ from: Readable; through: Transform } | undefined> {
      const [found] = await bucket.find({ filename: name }).limit(1).toArray();
      if (!found) return undefined;
      const key = Buffer.from(sealing.open(String(found.metadata?.key), context(name)), 'base64url');
      return { from: bucket.openDownloadStream(found._id), through: openStream(key, name) };
    },
  };
}

export async function deleteFile(db: Connection, bucketName: string, name: string): Promise<void> {
  const bucket = bucketOf(db, bucketName);
  for await (const file of bucket.find({ filename: name })) await bucket.delete(file._id);
}

/** Names and days of the files that came before `until`. */
export function filesBefore(db: Connection, bucketName: string, until: Date) {
  return db
    .collection<{ filename: string; uploadDate: Date }>(`${bucketName}.files`)
    .find({ uploadDate: { $lt: until } }, { projection: { filename: 1, uploadDate: 1 } })
    .toArray();
}

function bucketOf(db: Connection, bucketName: string) {
  if (!db.db) throw new Error('not connected to MongoDB');
  return new mongo.GridFSBucket(db.db, { bucketName });
}
