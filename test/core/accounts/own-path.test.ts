import { expect } from 'chai';
import { ownPath } from '../../../core/accounts/own-path.ts';

describe('Where signing in leads', () => {
  it('goes back to the path with its query and hash', () => {
    expect(ownPath('/students/7?wish=2#map')).to.equal('/students/7?wish=2#map');
  });

  for (const next of [
    null,
    undefined,
    '',
    'students',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/.//elsewhere.example/',
    '/a/..//elsewhere.example/',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])
    it(`refuses ${JSON.stringify(next)}`, () => {
      expect(ownPath(next, '/schools')).to.equal('/schools');
    });
});
