import { expect } from 'chai';
import { inLanes } from '../../../core/lists/in-lanes.ts';

async function* numbers(upTo: number): AsyncGenerator<number> {
  for (let n = 1; n <= upTo; n += 1) yield n;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('In lanes', () => {
  it('does each once, never more than so many at a time', async () => {
    const done: number[] = [];
    let [running, most] = [0, 0];
    await inLanes(numbers(7), 2, async (n) => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
      done.push(n);
    });
    expect(done.sort()).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(most).to.equal(2);
  });

  it('begins nothing after a failure, and throws it when what was under way has ended', async () => {
    const ended: number[] = [];
    let reason = '';
    await inLanes(numbers(9), 2, async (n) => {
      await turn();
      if (n === 1) throw new Error('broken');
      await turn();
      ended.push(n);
    }).catch((error: Error) => {
      reason = error.message;
    });
    expect(reason).to.equal('broken');
    expect(ended).to.deep.equal([2]);
  });
});
