import { createHash } from 'node:crypto';

/** Name of the demo source in every `source`. */
export const DEMO_SYSTEM = 'demo';

/** The same UUID for the same kind and key, in the manner of RFC 9562 version 5. */
export function demoId(kind: string, key: string): string {
  const hex = createHash('sha1').update(`${DEMO_SYSTEM}:${kind}:${key}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
