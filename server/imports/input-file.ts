import type { Readable } from 'node:stream';

/** One file of an input, opened when its turn comes. */
export interface InputFile {
  /** Path within the input, with slashes. */
  name: string;
  bytes: number;
  open(): Promise<Readable>;
}

export interface Input {
  files: readonly InputFile[];
  close(): Promise<void>;
}
