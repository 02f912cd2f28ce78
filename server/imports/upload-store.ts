import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Connection } from 'mongoose';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { limitSize } from '../http/limit-size.ts';
import { deleteFile, sealedFiles } from '../store/sealed-files.ts';
import { refuseContent } from './refuse-content.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;

export const UPLOADS = 'uploads';

/**
 * Uploaded files wait in MongoDB (GridFS), so that any worker on any machine can take them, and leave when their
 * import has ended. The name of a file is its job's id. A roster is nowhere in the open while it waits.
 */
export async function storeUpload(
  deps: Sealed,
  jobId: string,
  body: Readable,
  limitBytes: number,
): Promise<{ bytes: number }> {
  const counter = limitSize(limitBytes);
  await sealedFiles(deps, UPLOADS).put(jobId, body, [counter.stream, refuseContent()]);
  if (counter.bytes() === 0) {
    await deleteUpload(deps.db, jobId);
    throw new AppError(400, 'empty-file', 'The file is empty.');
  }
  return { bytes: counter.bytes() };
}

/** Copies an upload to a file of this machine, for readers that jump about (zip). False when it is gone. */
export async function fetchUpload(deps: Sealed, jobId: string, path: string): Promise<boolean> {
  const file = await sealedFiles(deps, UPLOADS).open(jobId);
  if (!file) return false;
  await pipeline(file.from, file.through, createWriteStream(path, { mode: 0o600 }));
  return true;
}

export function deleteUpload(db: Connection, jobId: string): Promise<void> {
  return deleteFile(db, UPLOADS, jobId);
}
