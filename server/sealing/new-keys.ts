import { randomBytes } from 'node:crypto';
import { KEY_BYTES } from './cipher.ts';

/** A line for DATA_KEYS: `id:key`, the key drawn at random. */
export function newKey(id: string): string {
  return `${id}:${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** The keys of a new installation, ready for DATA_KEYS_FILE. */
export function newKeys(): string {
  return `${newKey('k1')}\n${newKey('index')}\n`;
}
