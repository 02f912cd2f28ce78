import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that wait in memory before they are written. */
const WAITING = 1_000_000;

/** Files that are written side by side, in a folder of their own that only this user can read. */
export interface TableFiles {
  pathOf(name: string): string;
  add(name: string, text: string): Promise<void>;
  /** Writes what still waits. */
  finish(): Promise<void>;
  remove(): Promise<void>;
}

export async function createTableFiles(): Promise<TableFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'trellis-export-'));
  const pathOf = (name: string) => join(folder, name);
  const waiting = new Map<string, string>();
  let size = 0;

  async function finish(): Promise<void> {
    for (const [name, text] of waiting) await appendFile(pathOf(name), text);
    waiting.clear();
    size = 0;
  }

  return {
    pathOf,
    finish,
    async add(name, text) {
      waiting.set(name, (waiting.get(name) ?? '') + text);
      size += text.length;
      if (size > WAITING) await finish();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
