import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from './input-file.ts';
import type { InputLimits } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';

const MAXIMUM_DEPTH = 3;

/** The files of a folder and the folders in it, by name. Links are not followed; hidden files are not read. */
export async function listFolder(folder: string, limits: InputLimits): Promise<InputFile[]> {
  const files: InputFile[] = [];
  await collect(folder, '', 0, limits, files);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  if (total > limits.totalBytes)
    throw new InputRefused('too-large', 'The folder is larger than an import may be.');
  if (files.length === 0) throw new InputRefused('empty', 'There are no files in the folder.');
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function collect(
  folder: string,
  prefix: string,
  depth: number,
  limits: InputLimits,
  files: InputFile[],
): Promise<void> {
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && depth < MAXIMUM_DEPTH) await collect(folder, name, depth + 1, limits, files);
    if (!entry.isFile()) continue;
    const path = join(folder, name);
    files.push({ name, bytes: (await stat(path)).size, open: async () => createReadStream(path) });
    if (files.length > limits.files)
      throw new InputRefused('too-many-files', `More than ${limits.files} files.`);
  }
}
