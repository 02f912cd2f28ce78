import { createReadStream, type ReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { Response } from 'express';
import { ZipFile } from 'yazl';
import type { SaidFilter } from '../../core/exports/export-format.ts';
import { dataPackage } from '../../core/hsds/data-package.ts';
import { TABLE_FILES } from '../../core/hsds/tables.ts';
import { sendPieces } from '../http/send-pieces.ts';
import type { DirectoryLists } from './directory-lists.ts';
import { createTableFiles, type TableFiles } from './table-files.ts';
import { writeTables } from './write-tables.ts';

/** A day for all files, on the clock of wherever this runs: the same directory gives the same bytes. */
const ENTRY = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true, mode: 0o100644 };

interface Package {
  lists: DirectoryLists;
  filter: SaidFilter;
  /** Says what comes; called when nothing more can go wrong that could be told. */
  begin(): void;
}

/**
 * Sends HSDS's tables in a zip. A zip holds one file after the other, but each record has rows in many tables, so they
 * wait on the disk, in a folder that goes when the zip has gone out. So memory stays flat, and each record is read once.
 */
export async function sendPackage(res: Response, { lists, filter, begin }: Package): Promise<void> {
  const files = await createTableFiles();
  try {
    await writeTables(files, lists, () => res.destroyed);
    if (res.destroyed) return;
    begin();
    await sendZip(res, files, filter);
  } finally {
    await files.remove();
  }
}

async function sendZip(res: Response, files: TableFiles, filter: SaidFilter): Promise<void> {
  const zip = new ZipFile();
  const out = zip.outputStream.pipe(new PassThrough());
  const opened: ReadStream[] = [];
  zip.on('error', (error: Error) => out.destroy(error));
  zip.addBuffer(Buffer.from(JSON.stringify(dataPackage(filter), null, 2)), 'datapackage.json', ENTRY);
  for (const { file } of Object.values(TABLE_FILES)) {
    zip.addReadStreamLazy(file, ENTRY, (give) => {
      const table = createReadStream(files.pathOf(file)).on('error', (error) => out.destroy(error));
      opened.push(table);
      give(null, table);
    });
  }
  zip.end();
  try {
    await sendPieces(res, out);
  } finally {
    // Of a reader who has left in the middle, one is still open.
    for (const table of opened) table.destroy();
  }
}
