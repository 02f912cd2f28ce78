import { expect } from 'chai';
import { nextLook } from '../../../web/parts/accounts/session-end.ts';

const MINUTE = 60_000;

describe('When a page looks whether its session ends', () => {
  it('is two minutes before the end, however far away that is', () => {
    expect(nextLook(60 * MINUTE, 0)).to.equal(58 * MINUTE);
    expect(nextLook(7 * 24 * 60 * MINUTE, 0)).to.equal(12 * 60 * MINUTE);
  });

  it('is each half minute while the warning stands, and each minute afterwards', () => {
    expect(nextLook(60 * MINUTE, 58 * MINUTE)).to.equal(MINUTE / 2);
    expect(nextLook(60 * MINUTE, 60 * MINUTE)).to.equal(MINUTE);
  });
});
