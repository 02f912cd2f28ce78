import { expect } from 'chai';
import { base32, stepAt, stepOfCode, totpAddress, totpCode } from '../../../server/accounts/totp.ts';

const secret = Buffer.from('12345678901234567890');
const STEP = 30_000;

describe('A code of an authenticator app', () => {
  const vectors: [seconds: number, code: string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ];
  for (const [seconds, code] of vectors) {
    it(`is ${code} at ${seconds} seconds, as RFC 6238, appendix B, says (its last 6 digits)`, () => {
      expect(totpCode(secret, stepAt(seconds * 1000))).to.equal(code);
    });
  }

  it('counts half a minute before and after its time, and no longer', () => {
    const now = 1_000 * STEP + 5;
    for (const step of [999, 1000, 1001]) {
      expect(stepOfCode(secret, totpCode(secret, step), now)).to.equal(step);
    }
    for (const step of [998, 1002]) {
      expect(stepOfCode(secret, totpCode(secret, step), now)).to.equal(undefined);
    }
  });

  it('is not a code of another length', () => {
    const now = 1_000 * STEP;
    const right = totpCode(secret, 1000);
    for (const code of ['', right.slice(1), `${right}0`, `0${right}`]) {
      expect(stepOfCode(secret, code, now)).to.equal(undefined);
    }
  });
});

describe('The secret of an authenticator app', () => {
  it('is written in base32 as RFC 4648 has it, without padding', () => {
    const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
      base32(Buffer.from(text)),
    );
    expect(written).to.deep.equal(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
  });

  it('travels in an address that names Trellis and the account', () => {
    const address = new URL(totpAddress(secret, 'rosa+1@example.org'));
    expect(decodeURIComponent(address.pathname)).to.contain('Trellis:rosa+1@example.org');
    expect(address.searchParams.get('secret')).to.equal(base32(secret));
    expect(address.searchParams.get('digits')).to.equal('6');
  });
});
