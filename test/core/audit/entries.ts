import fc from 'fast-check';
import { chainEntries, EMPTY_CHAIN, type Signer } from '../../../core/audit/chain.ts';
import type { AuditEntry, UnchainedEntry } from '../../../core/audit/entry.ts';

/** Two keys; the code is the text itself under its key, so that nothing but equality counts. */
export const plainSigner: Signer = {
  current: 'k1',
  sign: (key, text) => (key === 'k1' || key === 'k0' ? `${key}(${hash(text)})` : undefined),
};

/** FNV-1a: short, and enough to tell the texts of a test apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}

export function entry(n: number, more: Partial<UnchainedEntry> = {}): UnchainedEntry {
  return {
    ref: `ref-${n}`,
    at: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
    action: 'student.read',
    actor: { kind: 'account', accountId: `account-${n % 3}`, roles: ['staff'] },
    studentIds: [`student-${n % 5}`],
    ...more,
  };
}

export const someEntries = fc
  .array(
    fc.record({
      why: fc.constantFrom('own-record', 'school-official'),
      studentIds: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      counts: fc.dictionary(fc.string({ maxLength: 4 }), fc.nat(9), { noNullPrototype: true }),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((list) => list.map((more, n) => entry(n, more)));

export function chained(entries: readonly UnchainedEntry[], signer: Signer = plainSigner): AuditEntry[] {
  return chainEntries(EMPTY_CHAIN, entries, signer);
}
