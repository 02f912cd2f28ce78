import { createHmac, hkdfSync } from 'node:crypto';
import type { Signer } from '../../core/audit/chain.ts';
import type { KeyRing } from '../sealing/key-ring.ts';

/**
 * HMAC-SHA256 under keys that HKDF (RFC 5869) derives from those of the ring: whoever can write to the database and has
 * no key can change no entry without its being found.
 */
export function auditSigner(ring: KeyRing): Signer {
  const derived = [...ring.keys].map(
    ([id, key]) => [id, Buffer.from(hkdfSync('sha256', key, '', 'trellis audit', 32))] as const,
  );
  const keys = new Map(derived);
  return {
    current: ring.current,
    sign(id, text) {
      const key = keys.get(id);
      return key && createHmac('sha256', key).update(text, 'utf8').digest('base64url');
    },
  };
}
