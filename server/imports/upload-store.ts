import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Connection, mongo } from 'mongoose';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { KEY_BYTES } from '../sealing/cipher.ts';
import { openStream, sealStream } from '../sealing/seal-stream.ts';
import type { SealContext } from '../sealing/sealing.ts';
import { refuseContent } from './refuse-content.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/**
 * Uploaded files wait in MongoDB (GridFS), so that any worker on any machine can take them, and leave when their
 * import has ended. The name of a file is its job's id. Each is sealed with a key of its own, which lies wrapped beside
 * it: a roster is nowhere in the open while it waits.
 */
export async function storeUpload(
  { db, sealing }: Sealed,
  jobId: string,
  body: Readable,
  limitBytes: number,
): Promise<{ bytes: number }> {
  const counter = limitSize(limitBytes);
  const key = randomBytes(KEY_BYTES);
  const wrapped = sealing.seal(key.toString('base64url'), keyContext(jobId));
  const upload = bucket(db).openUploadStream(jobId, { metadata: { key: wrapped } });
  await pipeline(body, counter.stream, refuseContent(), sealStream(key, jobId), upload);
  if (counter.bytes() === 0) {
    await deleteUpload(db, jobId);
    throw new AppError(400, 'empty-file', 'The file is empty.');
  }
  return { bytes: counter.bytes() };
}

/** Copies an upload to a file of this machine, for readers that jump about (zip). False when it is gone. */
export async function fetchUpload({ db, sealing }: Sealed, jobId: string, path: string): Promise<boolean> {
  const [found] = await bucket(db).find({ filename: jobId }).limit(1).toArray();
  if (!found) return false;
  const key = Buffer.from(sealing.open(String(found.metadata?.key), keyContext(jobId)), 'base64url');
  await pipeline(
    bucket(db).openDownloadStream(found._id),
    openStream(key, jobId),
    createWriteStream(path, { mode: 0o600 }),
  );
  return true;
}

function keyContext(jobId: string): SealContext {
  return { collection: 'uploads.files', id: jobId, field: 'metadata.key' };
}

export async function deleteUpload(db: Connection, jobId: string): Promise<void> {
  for await (const file of bucket(db).find({ filename: jobId })) await bucket(db).delete(file._id);
}

function bucket(db: Connection) {
  if (!db.db) throw new Error('not connected to MongoDB');
  return new mongo.GridFSBucket(db.db, { bucketName: 'uploads' });
}

function limitSize(limitBytes: number) {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= limitBytes) return done(null, chunk);
      const megabytes = Math.floor(limitBytes / 1024 / 1024);
      done(
        new AppError(
          413,
          'too-large',
          `The file is larger than the ${megabytes} MB that this installation takes.`,
        ),
      );
    },
  });
  return { stream, bytes: () => bytes };
}
