import { expect } from 'chai';
import type { Person } from '../../../web/api/accounts.ts';
import { findPeople } from '../../../web/parts/accounts/find-people.ts';
import { emptyGrant } from '../../../web/parts/accounts/person-draft.ts';

const person = (name: string, email: string, role: 'staff' | 'coordinator'): Person => ({
  id: email,
  name,
  email,
  language: 'en',
  grants: [emptyGrant(role, 'north')],
  active: true,
  demo: false,
  secondFactor: false,
});
const people = [
  person('Zoë Brandt', 'z.brandt@example.org', 'staff'),
  person('Lucía Ortega', 'lucia@example.org', 'coordinator'),
];
const names = (typed: string, role = '') => findPeople(people, typed, role).map(({ name }) => name);

describe('Looking for a person', () => {
  it('shows everybody by name while nothing is typed', () => {
    expect(names('')).to.deep.equal(['Lucía Ortega', 'Zoë Brandt']);
  });

  it('finds parts of name and address, in any order, with or without accents', () => {
    expect(names('ortega LUCIA')).to.deep.equal(['Lucía Ortega']);
    expect(names('zoe example')).to.deep.equal(['Zoë Brandt']);
    expect(names('lucia brandt')).to.deep.equal([]);
  });

  it('keeps to a role', () => {
    expect(names('', 'staff')).to.deep.equal(['Zoë Brandt']);
  });
});
