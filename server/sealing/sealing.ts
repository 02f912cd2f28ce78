import { createHmac, hkdfSync } from 'node:crypto';
import { keyIdOf, openText, sealText } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';

/** Where a sealed value lies: moved anywhere else it does not open. */
export interface SealContext {
  collection: string;
  /** Id of the record. */
  id: string;
  field: string;
}

export interface Sealing {
  /** Id of the key that seals now. */
  readonly currentKey: string;
  /** `k1.<nonce>.<ciphertext and tag>`: AES-256-GCM with the ring's current key. */
  seal(text: string, context: SealContext): string;
  /** @throws Error for a value of another place, one that was changed, or one whose key has left the ring. */
  open(sealed: string, context: SealContext): string;
  /** By which a sealed value is found again: the same text and purpose give the same hash, whatever the rotation. */
  keyedHash(text: string, purpose: string): string;
  /** The hashes under every index key of the ring, the newest first: what is looked up is looked up under all. */
  keyedHashes(text: string, purpose: string): string[];
}

/**
 * Seals with the ring. Rotating the ring leaves keyed hashes as they are, for they have a key of their own (`index`):
 * a new index key is put before the old one, and what is searched is hashed anew (keys rotate).
 */
export function createSealing(ring: KeyRing): Sealing {
  const keyOf = (id: string): Buffer => {
    const key = ring.keys.get(id);
    if (!key)
      throw new Error(
        'A value is sealed with a key that is not in DATA_KEYS. Put the key back, then run keys rotate.',
      );
    return key;
  };
  const hashers = ring.index.map(createHasher);
  const keyedHashes = (text: string, purpose: string) => hashers.map((hash) => hash(text, purpose));
  return {
    currentKey: ring.current,
    seal: (text, context) => sealText(ring.current, keyOf(ring.current), text, place(context)),
    open: (sealed, context) => openText(keyOf(keyIdOf(sealed)), sealed, place(context)),
    keyedHash: (text, purpose) => hashers[0]!(text, purpose),
    keyedHashes,
  };
}

function place({ collection, id, field }: SealContext): string {
  return JSON.stringify([collection, id, field]);
}

/** HMAC-SHA256 under a key that HKDF (RFC 5869) derives for each purpose: hashes of two purposes tell nothing of each other. */
function createHasher(secret: Buffer) {
  const keys = new Map<string, Buffer>();
  return (text: string, purpose: string): string => {
    let key = keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', secret, '', `trellis index: ${purpose}`, 32));
      keys.set(purpose, key);
    }
    return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  };
}
