import { plain } from '../directory/words.ts';

/** FNV-1a over 2 × 32 bits: two different texts of a directory have the same key about never. */
export function textKey(text: string): string {
  let [low, high] = [0x811c9dc5, 0x9747b28c];
  const words = plain(text).replace(/\s+/g, ' ').trim();
  for (let at = 0; at < words.length; at++) {
    const sign = words.charCodeAt(at);
    low = Math.imul(low ^ sign, 0x01000193);
    high = Math.imul(high ^ sign, 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}.${(high >>> 0).toString(36)}`;
}
