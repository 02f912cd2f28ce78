import { createReadStream } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { sniffKind } from '../../core/imports/sniff-kind.ts';
import type { Input } from './input-file.ts';
import { INPUT_LIMITS, type InputLimits } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';
import { listFolder } from './list-folder.ts';
import { openZip } from './open-zip.ts';

export interface OpenOptions {
  /** The name that the file had where it came from, for a file stored under another. */
  filename?: string | undefined;
  limits?: Partial<InputLimits> | undefined;
}

/**
 * Opens a folder, a zip or a single file. What may be read is decided by what it holds, not by its name; everything that
 * an archive could do against its reader is refused here, before a byte of it is unpacked.
 */
export async function openInput(path: string, options: OpenOptions = {}): Promise<Input> {
  const limits = { ...INPUT_LIMITS, ...options.limits };
  const stats = await lstat(path).catch(() => undefined);
  if (!stats) throw new InputRefused('not-found', `There is no file or folder ${basename(path)}.`);
  if (stats.isDirectory()) return { files: await listFolder(path, limits), close: async () => {} };
  if (!stats.isFile()) throw new InputRefused('unsupported', 'Only files and folders can be imported.');
  if (stats.size === 0) throw new InputRefused('empty', 'The file is empty.');
  if (sniffKind(await readHead(path)) === 'zip') return openZip(path, limits);
  if (stats.size > limits.fileBytes)
    throw new InputRefused('too-large', 'The file is larger than an import may be.');
  const name = options.filename ?? basename(path);
  return {
    files: [{ name, bytes: stats.size, open: async () => createReadStream(path) }],
    close: async () => {},
  };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
