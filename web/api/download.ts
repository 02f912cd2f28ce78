import { problemOf } from './problem.ts';
import { addressOf } from './request.ts';

/** Fetches what a route answers in a form that a plain link cannot ask for, and hands it over as a file. */
export async function download(path: string, accept: string, filename: string): Promise<void> {
  const response = await fetch(addressOf(path), { headers: { accept }, credentials: 'same-origin' });
  if (!response.ok) throw await problemOf(response);
  handOver(await response.blob(), filename);
}

/** Hands something over as a file. */
export function handOver(file: Blob, filename: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = filename;
  link.click();
  URL.revokeObjectURL(address);
}
