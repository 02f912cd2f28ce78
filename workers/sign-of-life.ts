import { writeFile } from 'node:fs/promises';

/** Writes a file anew each time the worker is found well: a container's health check looks how old it is. */
export function signOfLife(file: string | undefined): () => Promise<void> {
  return async () => {
    if (file !== undefined) await writeFile(file, `${new Date().toISOString()}\n`);
  };
}
