import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Connection, mongo } from 'mongoose';
import { AppError } from '../http/app-error.ts';

/**
 * Uploaded files wait in MongoDB (GridFS), so that any worker on any machine can take them, and leave when their
 * import has ended. The name of a file is its job's id.
 */
export async function storeUpload(
  db: Connection,
  jobId: string,
  body: Readable,
  limitBytes: number,
): Promise<{ bytes: number }> {
  const counter = limitSize(limitBytes);
  const upload = bucket(db).openUploadStream(jobId);
  await pipeline(body, counter.stream, upload);
  if (counter.bytes() === 0) {
    await deleteUpload(db, jobId);
    throw new AppError(400, 'empty-file', 'The file is empty.');
  }
  return { bytes: counter.bytes() };
}

/** Copies an upload to a file of this machine, for readers that jump about (zip). False when it is gone. */
export async function fetchUpload(db: Connection, jobId: string, path: string): Promise<boolean> {
  const [found] = await bucket(db).find({ filename: jobId }).limit(1).toArray();
  if (!found) return false;
  await pipeline(bucket(db).openDownloadStream(found._id), createWriteStream(path));
  return true;
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
