import { expect } from 'chai';
import { SIGN_IN_TROUBLES } from '../../../server/oidc/sign-in-trouble.ts';
import { Problem } from '../../../web/api/problem.ts';
import { passwordRefusal } from '../../../web/parts/work/password-words.ts';
import { refusalOf } from '../../../web/parts/work/sign-in-form.ts';
import { troubleWords } from '../../../web/parts/work/sign-in-trouble.ts';
import { wording } from './wording.ts';

describe('Why a sign-in came to nothing', () => {
  for (const language of ['en', 'es'] as const) {
    const { t } = wording(language);

    it(`has words in ${language} for everything that the server says`, () => {
      const said = SIGN_IN_TROUBLES.map((code) => troubleWords(code, 'Cedar', t));
      expect(new Set(said).size).to.equal(SIGN_IN_TROUBLES.length);
      for (const words of said) expect(words).to.be.a('string').and.not.match(/[{}]/);
    });

    it(`has words in ${language} for a service that is not configured any more`, () => {
      expect(troubleWords('unreachable', undefined, t)).not.to.match(/[{}]|undefined/);
    });
  }

  it('is not told in words of whoever wrote the address', () => {
    const { t } = wording('en');
    for (const code of [undefined, '', 'x', '__proto__', 'cancelled.x', '<b>no</b>'])
      expect(troubleWords(code, 'Cedar', t)).to.equal(undefined);
  });

  it('leads people of a domain with a service of its own to that service', () => {
    expect(refusalOf(new Problem(403, 'sign-in-elsewhere', 'x'))).to.deep.equal({
      at: 'form',
      says: 'signIn.trouble.other-service',
    });
  });
});

describe('Why a new password was not taken', () => {
  const { t } = wording('en');
  const refusal = (status: number, code: string) =>
    passwordRefusal(new Problem(status, code, 'in other words'), t);

  it('is said beside the field where another password helps', () => {
    for (const code of ['password-pattern', 'password-frequent', 'password-own-name']) {
      const { at, isGone, words } = refusal(400, code);
      expect([at, isGone]).to.deep.equal(['password', false]);
      expect(words).to.match(/words/);
    }
  });

  it('is said of the link where that is the reason', () => {
    expect(refusal(410, 'link-gone')).to.include({ at: 'form', isGone: true });
  });

  it('keeps the link where only the way was closed for a moment', () => {
    for (const [status, code] of [
      [0, 'offline'],
      [429, 'too-many-attempts'],
      [503, 'log-unavailable'],
    ] as const)
      expect(refusal(status, code)).to.include({ at: 'form', isGone: false });
    expect(refusal(503, 'log-unavailable').words).to.equal('in other words');
  });
});
