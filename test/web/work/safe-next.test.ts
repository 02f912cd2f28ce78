import { expect } from 'chai';
import { safeNext } from '../../../web/parts/work/safe-next.ts';

describe('Where signing in leads', () => {
  it('goes back to the path with its query and hash', () => {
    expect(safeNext('/students/7?wish=2#map')).to.equal('/students/7?wish=2#map');
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
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])
    it(`refuses ${JSON.stringify(next)}`, () => {
      expect(safeNext(next, '/schools')).to.equal('/schools');
    });
});
