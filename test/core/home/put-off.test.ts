import { expect } from 'chai';
import { partPutOff } from '../../../core/home/put-off.ts';
import type { WaitingItem, WaitingKind } from '../../../core/home/waiting.ts';

const TODAY = '2026-11-10';

function isShown(kind: WaitingKind, { count, was, on = TODAY }: { count: number; was: number; on?: string }) {
  const item: WaitingItem = { kind, count, address: '/referrals' };
  const { waiting, putOff } = partPutOff([item], [{ kind, count: was, on }], TODAY);
  expect([...waiting, ...putOff], 'nothing is lost').to.deep.equal([item]);
  return waiting.length === 1;
}

describe('What is put off', () => {
  it('is not shown on that day, and comes back by itself on the next', () => {
    expect(isShown('referrals-draft', { count: 2, was: 2 })).to.equal(false);
    expect(isShown('referrals-draft', { count: 2, was: 2, on: '2026-11-09' })).to.equal(true);
  });

  it('comes back at once when one more of it is late, and not for more of what is not', () => {
    expect(isShown('referrals-late', { count: 3, was: 2 })).to.equal(true);
    expect(isShown('referrals-late', { count: 2, was: 3 })).to.equal(false);
    expect(isShown('referrals-draft', { count: 3, was: 2 })).to.equal(false);
  });

  it('leaves other kinds alone', () => {
    const items: WaitingItem[] = [{ kind: 'verify', count: 1, address: '/verify' }];
    const { waiting } = partPutOff(items, [{ kind: 'suggestions', count: 1, on: TODAY }], TODAY);
    expect(waiting).to.deep.equal(items);
  });
});
