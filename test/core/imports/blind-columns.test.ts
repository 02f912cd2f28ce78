import { expect } from 'chai';
import { blindColumns } from '../../../core/imports/blind-columns.ts';

describe('blindColumns', () => {
  it('knows passwords by the names that files give them', () => {
    for (const name of [
      'password',
      'Password',
      'ext_imagineLearning_studentPassword',
      'user pass-word',
      'PASSWD',
      'pass_phrase',
      'pwd',
      'metadata.password',
      'client secret',
      'Contraseña',
    ])
      expect([...blindColumns(['id', name])], name).to.deep.equal([1]);
  });

  it('reads what only sounds like one', () => {
    expect([
      ...blindColumns(['passport', 'compass', 'secretary', 'username', 'pass_rate', '']),
    ]).to.deep.equal([]);
  });
});
