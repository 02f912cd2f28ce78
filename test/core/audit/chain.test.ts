import { expect } from 'chai';
import fc from 'fast-check';
import { chainEntries, EMPTY_CHAIN, faultOf, type Signer } from '../../../core/audit/chain.ts';
import type { AuditEntry } from '../../../core/audit/entry.ts';
import { chained, entry, plainSigner, someEntries } from './entries.ts';

describe('The chain of the audit log', () => {
  it('is whole as it was written, in one piece or in several', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), (entries, n) => {
        const cut = n % entries.length;
        const first = chained(entries.slice(0, cut));
        const rest = chainEntries(first.at(-1) ?? EMPTY_CHAIN, entries.slice(cut), plainSigner);
        expect([...first, ...rest]).to.deep.equal(chained(entries));
        expect(firstFault([...first, ...rest])).to.equal(undefined);
      }),
    );
  });

  it('shows any change of any part of any entry', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), fc.nat(), (entries, n, part) => {
        const log = chained(entries);
        const at = n % log.length;
        const fields = Object.keys(log[at]!) as (keyof AuditEntry)[];
        const field = fields[part % fields.length]!;
        const changed = { ...log[at]!, [field]: another(log[at]![field]) } as AuditEntry;
        expect(firstFault(log.with(at, changed))?.at).to.be.at.most(at + 1);
      }),
    );
  });

  it('shows a part that was added', () => {
    const log = chained([entry(0), entry(1)]);
    expect(firstFault(log.with(1, { ...log[1]!, why: 'law' }))).to.deep.equal({ at: 1, fault: 'changed' });
  });

  it('shows that an entry was removed, at its place', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), (entries, n) => {
        const log = chained(entries);
        const at = n % (log.length - 1);
        expect(firstFault(log.toSpliced(at, 1))).to.deep.equal({ at, fault: 'missing-before' });
      }),
    );
  });

  it('shows two that were swapped, also when they were given each other’s numbers', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), fc.boolean(), (entries, n, renumber) => {
        const log = chained(entries);
        const at = n % (log.length - 1);
        const [a, b] = [log[at]!, log[at + 1]!];
        const swapped = renumber
          ? [
              { ...b, seq: a.seq },
              { ...a, seq: b.seq },
            ]
          : [b, a];
        expect(firstFault(log.toSpliced(at, 2, ...swapped))?.at).to.equal(at);
      }),
    );
  });

  it('shows one that was put in by somebody without the key', () => {
    fc.assert(
      fc.property(someEntries, fc.nat(), (entries, n) => {
        const log = chained(entries);
        const at = n % log.length;
        const head = log[at - 1] ?? EMPTY_CHAIN;
        const [forged] = chainEntries(head, [entry(99)], forger);
        const later = log.slice(at).map((one) => ({ ...one, seq: one.seq + 1 }));
        expect(firstFault([...log.slice(0, at), forged!, ...later])).to.deep.equal({ at, fault: 'changed' });
      }),
    );
  });

  it('is still checked after the key was changed, and says when a key is gone', () => {
    const old: Signer = { ...plainSigner, current: 'k0' };
    const log = chained([entry(0), entry(1)], old);
    const both = [...log, ...chainEntries(log.at(-1)!, [entry(2)], plainSigner)];
    expect(firstFault(both)).to.equal(undefined);
    const without: Signer = {
      current: 'k1',
      sign: (key, text) => (key === 'k1' ? plainSigner.sign(key, text) : undefined),
    };
    expect(firstFault(both, without)).to.deep.equal({ at: 0, fault: 'unknown-key' });
  });
});

/** Somebody who writes into the database without having the key. */
const forger: Signer = { current: 'k1', sign: (key, text) => `${key}(${text.length})` };

function firstFault(log: readonly AuditEntry[], signer: Signer = plainSigner) {
  let last: { seq: number; mac: string } = EMPTY_CHAIN;
  for (const [at, one] of log.entries()) {
    const fault = faultOf(last, one, signer);
    if (fault) return { at, fault };
    last = one;
  }
  return undefined;
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}.`;
  return Array.isArray(value) ? [...value, 'another'] : { ...(value as object), another: 1 };
}
