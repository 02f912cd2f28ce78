import { expect } from 'chai';
import { Problem } from '../../../web/api/problem.ts';
import { emailError, refusalOf } from '../../../web/parts/work/sign-in-form.ts';

describe('The form to sign in', () => {
  it('asks for an address that looks like one', () => {
    expect(emailError(' ')).to.equal('signIn.emailMissing');
    expect(emailError('rosa')).to.equal('signIn.emailWrong');
    expect(emailError(' rosa@school.org ')).to.equal(undefined);
  });

  it('says a wrong pair beside the password, everything else about the form', () => {
    const refused = (status: number) => refusalOf(new Problem(status, 'code', 'words'));
    expect(refused(401)).to.deep.equal({ at: 'password', says: 'signIn.failed' });
    expect(refused(429)).to.deep.equal({ at: 'form', says: 'signIn.tooMany' });
    expect(refused(0)).to.deep.equal({ at: 'form', says: 'signIn.offline' });
    expect(refused(500)).to.deep.equal({ at: 'form', says: null });
    expect(refusalOf(new TypeError('failed'))).to.deep.equal({ at: 'form', says: 'signIn.offline' });
  });
});
