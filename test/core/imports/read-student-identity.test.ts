import { expect } from 'chai';
import { readIdentity } from '../../../core/imports/read-student-identity.ts';

const read = (fields: Record<string, string>) => {
  const codes: string[] = [];
  const identity = readIdentity(fields, (code, field, action) => {
    codes.push(`${field} ${code} ${action}`);
    return undefined;
  });
  return { identity, codes };
};

describe('readIdentity', () => {
  it('says nothing of what the file has no column for, and tells that from an empty cell', () => {
    expect(read({}).identity).to.deep.equal({});
    const empty = { name: '', birth_date: '', notes: '', contact_1_name: '' };
    expect(read(empty).identity).to.deep.equal({
      name: undefined,
      birthDate: undefined,
      notes: undefined,
      contacts: [],
    });
  });

  const NAMES: [string, { given: string; family: string }][] = [
    ['Peña Díaz, Ana', { given: 'Ana', family: 'Peña Díaz' }],
    ['Ana  Peña Díaz', { given: 'Ana', family: 'Peña Díaz' }],
    ['Suharto', { given: 'Suharto', family: '' }],
  ];
  for (const [text, name] of NAMES) {
    it(`reads the name ${text}`, () => expect(read({ name: text }).identity.name).to.deep.equal(name));
  }

  it('leaves out a family name without a given one, and a contact without a name, and says which field', () => {
    const { identity, codes } = read({
      family_name: 'Peña',
      contact_1_name: '',
      contact_1_phone: '555 0142',
    });
    expect(identity).to.deep.equal({ name: undefined, contacts: [] });
    expect(codes).to.deep.equal(['given_name missing-name left-out', 'contact_1_name missing-name left-out']);
  });

  it('takes signs out of a name that cannot be shown, and keeps the lines of notes', () => {
    const { identity } = read({ given_name: 'A\u200bna\u0007', family_name: 'Li', notes: 'one\ntwo\u0000' });
    expect(identity).to.deep.equal({ name: { given: 'Ana', family: 'Li' }, notes: 'one\ntwo' });
  });
});
