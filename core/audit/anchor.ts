import type { ChainHead, Signer } from './chain.ts';
import { canonicalJson } from './encode-entry.ts';

/**
 * A signed note of how far the chain had come. `daily`: its end cannot be cut off unseen. `cut`: everything up to here
 * was removed on purpose, and the chain begins behind it.
 */
export interface AuditAnchor extends ChainHead {
  kind: 'daily' | 'cut';
  at: string;
  key: string;
  signature: string;
}

export function signAnchor(anchor: Omit<AuditAnchor, 'key' | 'signature'>, signer: Signer): AuditAnchor {
  const signed = { ...anchor, key: signer.current };
  return { ...signed, signature: signer.sign(signer.current, textOf(signed))! };
}

export function isGenuine(anchor: AuditAnchor, signer: Signer): boolean {
  const { signature, ...signed } = anchor;
  return signer.sign(anchor.key, textOf(signed)) === signature;
}

/** "anchor" keeps the code of an anchor from being taken for that of an entry. */
function textOf({ kind, seq, mac, at, key }: Omit<AuditAnchor, 'signature'>): string {
  return canonicalJson(['anchor', kind, seq, mac, at, key]);
}

/** As people keep it, on paper or in another log: `<seq>:<mac>`. */
export function writeAnchor({ seq, mac }: ChainHead): string {
  return `${seq}:${mac}`;
}

export function parseAnchor(text: string): ChainHead | undefined {
  const [, seq, mac] = /^(\d{1,15}):([A-Za-z0-9_-]{43})$/.exec(text.trim()) ?? [];
  return seq && mac ? { seq: Number(seq), mac } : undefined;
}
