import type { Readable } from 'node:stream';
import {
  type Entry,
  getFileNameLowLevel,
  openPromise,
  parseExtraFields,
  validateFileName,
  type ZipFile,
} from 'yauzl';
import type { Input, InputFile } from './input-file.ts';
import type { InputLimits } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';

const MEGABYTE = 1024 ** 2;
/** Unix file types in the upper half of an entry's external attributes. */
const TYPE = 0o170000;
const LINK = 0o120000;
/** Written by other systems beside the files themselves. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/)/;

interface NamedEntry {
  entry: Entry;
  name: string;
}

/**
 * Opens a zip after its whole directory was looked through: every name, size and kind is judged before anything is
 * unpacked, and an archive with one bad entry is refused whole. Sizes are enforced again while reading, since a
 * directory can lie. Nothing is ever written to disk.
 */
export async function openZip(path: string, limits: InputLimits): Promise<Input> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    refuseBroken,
  );
  try {
    const entries = await listEntries(zip, limits);
    refuseOverlaps(entries);
    const files = entries
      .filter(({ name }) => !name.endsWith('/') && !HIDDEN.test(name))
      .map((entry) => toFile(zip, entry));
    if (files.length === 0) throw new InputRefused('empty', 'There are no files in the archive.');
    return { files: files.sort((a, b) => (a.name < b.name ? -1 : 1)), close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function listEntries(zip: ZipFile, limits: InputLimits): Promise<NamedEntry[]> {
  if (zip.entryCount > limits.files)
    throw new InputRefused('too-many-files', `The archive holds more than ${limits.files} files.`);
  const entries: NamedEntry[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        parseExtraFields(entry.extraFieldRaw),
        true,
      );
      refuseEntry(entry, name, limits);
      total += entry.uncompressedSize;
      if (total > limits.totalBytes)
        throw new InputRefused('too-large', 'Unpacked, the archive is larger than an import may be.');
      entries.push({ entry, name });
    }
  } catch (error) {
    throw error instanceof InputRefused ? error : refusalOf(error);
  }
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length)
    throw new InputRefused('broken-archive', 'Two files in the archive have the same name.');
  return entries;
}

function refuseEntry(entry: Entry, name: string, limits: InputLimits): void {
  const shown = name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100);
  if (validateFileName(name) !== null || name.includes('\0') || name.includes('\\')) {
    throw new InputRefused('unsafe-path', `The archive holds a file with an unsafe path: ${shown}`);
  }
  if (((entry.externalFileAttributes >>> 16) & TYPE) === LINK) {
    throw new InputRefused('symbolic-link', `The archive holds a link: ${shown}`);
  }
  if (entry.isEncrypted())
    throw new InputRefused('encrypted', `The archive is locked with a password: ${shown}`);
  if (!entry.canDecodeFileData())
    throw new InputRefused('unsupported', `The archive is packed in a way that is not known: ${shown}`);
  if (/\.(?:zip|gz|tgz|bz2|xz|7z|rar|tar|zst)$/i.test(name)) {
    throw new InputRefused('nested-archive', `The archive holds another archive: ${shown}`);
  }
  if (entry.uncompressedSize > limits.fileBytes)
    throw new InputRefused('too-large', `A file in the archive is too large: ${shown}`);
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > MEGABYTE && ratio > limits.ratio) {
    throw new InputRefused(
      'compressed-too-much',
      `A file in the archive grows more than ${limits.ratio} times when unpacked: ${shown}`,
    );
  }
}

/** Entries that share their bytes are how small archives unpack to enormous ones (D. Fifield, "A better zip bomb", 2019). */
function refuseOverlaps(entries: readonly NamedEntry[]): void {
  const spans = entries
    .map(({ entry }) => ({
      from: entry.relativeOffsetOfLocalHeader,
      to: entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize,
    }))
    .sort((a, b) => a.from - b.from);
  const overlaps = spans.some((span, index) => index > 0 && span.from < spans[index - 1]!.to);
  if (overlaps) throw new InputRefused('broken-archive', 'Files in the archive overlap.');
}

function toFile(zip: ZipFile, { entry, name }: NamedEntry): InputFile {
  const open = async (): Promise<Readable> => zip.openReadStreamPromise(entry).catch(refuseBroken);
  return { name, bytes: entry.uncompressedSize, open };
}

function refuseBroken(error: unknown): never {
  throw refusalOf(error);
}

function refusalOf(error: unknown): InputRefused {
  const reason = error instanceof Error ? error.message : 'unknown';
  return new InputRefused('broken-archive', `The archive cannot be read: ${reason.slice(0, 200)}`);
}
