import { expect } from 'chai';
import fc from 'fast-check';
import { nextTry, WAITS_MS } from '../../../core/webhooks/next-try.ts';

const now = new Date('2026-03-02T10:00:00Z');
const waitOf = (attempts: number, spread = 0, retryAfter?: number) => {
  const next = nextTry(now, { attempts, spread, retryAfter });
  return next && next.getTime() - now.getTime();
};

describe('The next try of a message', () => {
  it('comes after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 hours, and then no more', () => {
    const hours = [2, 5, 10, 14, 20, 24].map((each) => each * 3_600_000);
    const waits = Array.from({ length: 10 }, (_, index) => waitOf(index + 1));
    expect(waits).to.deep.equal([5_000, 300_000, 1_800_000, ...hours, undefined]);
  });

  it('comes never before its time and at most a fifth later, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, spread) => {
        const wait = WAITS_MS[n - 1]!;
        expect(waitOf(n, spread)).to.be.within(wait, Math.ceil(wait * 1.2));
      }),
    );
  });

  it('waits as long as the other side asks for, up to a day', () => {
    expect(waitOf(1, 0, 90)).to.equal(90_000);
    expect(waitOf(2, 0, 90)).to.equal(300_000);
    expect(waitOf(1, 0, 1e9)).to.equal(24 * 3_600_000);
  });
});
