import { createCipheriv, createDecipheriv } from 'node:crypto';
import { drawNonce, NONCE_BYTES } from './draw-nonce.ts';

export const KEY_BYTES = 32;
const TAG_BYTES = 16;
/** What sealing adds to a text. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;
const ALGORITHM = 'aes-256-gcm';

/** AES-256-GCM: nonce, ciphertext and tag in one piece. It opens only with the same key and the same `context`. */
export function encrypt(key: Buffer, plain: Uint8Array, context: string): Buffer {
  const nonce = drawNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error where key or context are others, or a bit has changed. */
export function decrypt(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < SEAL_BYTES) throw new Error('sealed text is too short');
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce)
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** A sealed text as it is stored: the key's id, then nonce, and ciphertext with tag, in base64url. */
export function sealText(keyId: string, key: Buffer, text: string, context: string): string {
  const bytes = encrypt(key, Buffer.from(text, 'utf8'), context);
  const part = (from: number, to?: number) => bytes.subarray(from, to).toString('base64url');
  return `${keyId}.${part(0, NONCE_BYTES)}.${part(NONCE_BYTES)}`;
}

export function openText(key: Buffer, sealed: string, context: string): string {
  const [, nonce = '', rest = ''] = sealed.split('.');
  const bytes = Buffer.concat([Buffer.from(nonce, 'base64url'), Buffer.from(rest, 'base64url')]);
  return decrypt(key, bytes, context).toString('utf8');
}

/** Which key a text is sealed with. */
export function keyIdOf(sealed: string): string {
  return sealed.slice(0, Math.max(0, sealed.indexOf('.')));
}
