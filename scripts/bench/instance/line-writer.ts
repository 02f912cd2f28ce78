import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 1 << 16;

export interface LineWriter {
  write(line: string): void;
  close(): void;
}

/** Writes a file line by line in pieces of 64 KB, so that its size does not matter. */
export function lineWriter(path: string, header: string): LineWriter {
  const file = openSync(path, 'w');
  let pending = `${header}\n`;
  const flush = () => {
    writeSync(file, pending);
    pending = '';
  };
  return {
    write(line) {
      pending += `${line}\n`;
      if (pending.length > PIECE) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
