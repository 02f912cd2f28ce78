import { expect } from 'chai';
import { ACTIONS, type Action, actionSpec } from '../../../core/policy/actions.ts';
import { decide, mayEver, type Subject } from '../../../core/policy/decide.ts';
import { KEY_SCOPES, keyReach, scopesFor } from '../../../core/policy/key-scopes.ts';

const actions = Object.keys(ACTIONS) as Action[];
const program = (scopes: readonly (typeof KEY_SCOPES)[number][]): Subject => ({
  id: 'key',
  active: true,
  grants: [],
  program: keyReach(scopes),
});

describe('What the key of a program reaches', () => {
  it('is this and nothing else, with all scopes together', () => {
    const open = actions.filter((action) => mayEver(program(KEY_SCOPES), action));
    expect(open.sort()).to.deep.equal(
      [
        'co-location.read',
        'directory.export',
        'directory.read',
        'gaps.read',
        'imports.read',
        'imports.run',
        'schools.read',
        'service.health',
        'settings.read',
        'siting.read',
      ].sort(),
    );
  });

  it('tells of no student, whatever it was made for', () => {
    const telling = actions.filter((action) => actionSpec(action).aboutStudents);
    expect(telling).not.to.have.length(0);
    expect(telling.filter((action) => scopesFor(action).length > 0)).to.deep.equal([]);
  });

  it('is what its scopes say, also of what is public', () => {
    const reader = program(['directory.read']);
    expect(decide(reader, 'directory.read', {}).allowed).to.equal(true);
    expect(decide(reader, 'gaps.read', {}).allowed).to.equal(false);
    expect(decide(reader, 'session.begin', {}).allowed).to.equal(false);
    expect(decide(program([]), 'directory.read', {}).allowed).to.equal(false);
  });

  it('is the import of the directory, not of people', () => {
    const importer = program(['directory.import']);
    expect(decide(importer, 'imports.run', { about: 'directory' }).allowed).to.equal(true);
    expect(decide(importer, 'imports.run', { about: 'people', districtId: 'd' }).allowed).to.equal(false);
  });

  it('does not grow with grants', () => {
    const granted: Subject = {
      ...program([]),
      grants: [{ role: 'administrator', schoolIds: [], organizationIds: [], studentIds: [] }],
    };
    expect(actions.filter((action) => mayEver(granted, action))).to.deep.equal([]);
  });
});
