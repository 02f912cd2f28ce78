import { expect } from 'chai';
import { inBatches } from '../../../core/lists/in-batches.ts';
import { oneAhead } from '../../../core/lists/one-ahead.ts';

/** Counts up, and notes what was asked for and when it was stopped. */
async function* counting(upTo: number, log: string[], failsAt = Number.NaN): AsyncGenerator<number> {
  try {
    for (let n = 1; n <= upTo; n += 1) {
      log.push(`ask ${n}`);
      await Promise.resolve();
      if (n === failsAt) throw new Error(`no ${n}`);
      yield n;
    }
  } finally {
    log.push('end');
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('One ahead', () => {
  it('asks for the next while one is in use, and for no more', async () => {
    const log: string[] = [];
    for await (const n of oneAhead(counting(3, log))) {
      await settled();
      log.push(`use ${n}`);
    }
    expect(log).to.deep.equal(['ask 1', 'ask 2', 'use 1', 'ask 3', 'use 2', 'end', 'use 3']);
  });

  it('gives what came before a failure, then the failure', async () => {
    const used: number[] = [];
    let reason = '';
    try {
      for await (const n of oneAhead(counting(5, [], 3))) used.push(n);
    } catch (error) {
      reason = (error as Error).message;
    }
    expect([used, reason]).to.deep.equal([[1, 2], 'no 3']);
  });

  it('ends the source where nobody goes on', async () => {
    const log: string[] = [];
    for await (const n of oneAhead(counting(9, log))) if (n === 1) break;
    expect(log).to.deep.equal(['ask 1', 'ask 2', 'end']);
  });
});

describe('In batches', () => {
  it('gives all in lists of so many', async () => {
    const batches: number[][] = [];
    for await (const batch of inBatches(counting(5, []), 2)) batches.push(batch);
    expect(batches).to.deep.equal([[1, 2], [3, 4], [5]]);
    for await (const batch of inBatches(counting(0, []), 2)) expect(batch).to.equal(undefined);
  });
});
