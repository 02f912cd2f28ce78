import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { passwordWeakness } from '../../../core/accounts/weak-password.ts';

const { words } = JSON.parse(
  readFileSync(new URL('../../../data/passwords/frequent.json', import.meta.url), 'utf8'),
) as { words: string[] };
const frequent = new Set(words);
const rosa = { name: 'Rosa Delgado', email: 'r.delgado@cedarhollow.example.org' };
const weakness = (password: string) => passwordWeakness(password, rosa, frequent);

describe('A password that is long enough', () => {
  for (const password of [
    'password1234',
    'Password!2026',
    'P@ssw0rd2026!',
    'passwordadmin',
    'qwertyuiop12',
    'iloveyou123456',
    'WelcomeSchool1',
    'Contraseña2026',
    'Summer2026!!!!',
    '2026 te quiero',
  ])
    it(`is refused as frequent: ${password}`, () => expect(weakness(password)).to.equal('frequent'));

  for (const password of [
    'aaaaaaaaaaaa',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    'xk7fxk7fxk7f',
    '121212121212',
    'lkjlkj lkjlkj',
  ])
    it(`is refused as a pattern: ${password}`, () => expect(weakness(password)).to.equal('pattern'));

  for (const password of ['RosaDelgado26', 'delgado.rosa!', 'cedarhollow2026', 'R.Delgado@cedarhollow'])
    it(`is refused as the owner’s own: ${password}`, () => expect(weakness(password)).to.equal('own-name'));

  for (const password of [
    'right horse, right battery',
    'rosa likes the purple kite',
    'nine lamps under a bridge',
    'tR7#kqv9!mZ2',
    '幸せな学校の先生たちと猫が',
  ])
    it(`is taken: ${password}`, () => expect(weakness(password)).to.equal(undefined));

  it('is taken when it is random', () => {
    const letters = [...'abcdefghijkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY346789'];
    const drawn = fc.array(fc.constantFrom(...letters), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(drawn, (signs) => {
        fc.pre(new Set(signs).size > 8);
        expect(weakness(signs.join(''))).to.equal(undefined);
      }),
      { seed: 7 },
    );
  });

  it('is judged quickly, however it is made', () => {
    const begun = performance.now();
    weakness(`${'abcd'.repeat(49)}!x7Q`);
    weakness(`${'pass'.repeat(49)}9x7Q`);
    expect(performance.now() - begun).to.be.below(200);
  });
});
