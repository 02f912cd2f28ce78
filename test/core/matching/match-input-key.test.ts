import { expect } from 'chai';
import fc from 'fast-check';
import { createMatcher, matchInputKey } from '../../../core/matching/create-matcher.ts';
import type { MatchStudent } from '../../../core/matching/match-input.ts';
import { studentArbitrary, studentWith, worldArbitrary } from './world.ts';

describe('matchInputKey', () => {
  it('is the same for the same student in another order', () => {
    const student = studentWith({
      languages: ['es', 'en'],
      travelModes: ['bus', 'walk'],
      needs: [
        { term: 'reading', urgency: 2 },
        { term: 'music', urgency: 3 },
      ],
      freeTimes: [
        { day: 'MO', from: '15:00', to: '16:00' },
        { day: 'MO', from: '16:00', to: '18:00' },
      ],
    });
    const other: MatchStudent = {
      ...student,
      id: 'another',
      languages: ['en', 'es', 'en'],
      travelModes: ['walk', 'bus'],
      needs: student.needs.toReversed(),
      freeTimes: [{ day: 'MO', from: '15:00', to: '18:00' }],
    };
    expect(matchInputKey(other)).to.equal(matchInputKey(student));
  });

  it('is the same for circumstances in another order, and for none that are known', () => {
    const keyOf = (circumstances?: MatchStudent['circumstances']) =>
      matchInputKey(studentWith({ circumstances }));
    expect(keyOf({ programs: { snap: true, wic: false } })).to.equal(
      keyOf({ programs: { wic: false, snap: true } }),
    );
    expect(keyOf({ programs: {} })).to.equal(keyOf());
  });

  it('changes with everything that can change a match', () => {
    const changes: Partial<MatchStudent>[] = [
      { schoolId: 'school-2' },
      { grade: 5 },
      { birthMonth: '2016-05' },
      { languages: ['es'] },
      { needs: [{ term: 'reading', urgency: 3 }] },
      { needs: [{ term: 'music', urgency: 2 }] },
      { needs: [], interests: [{ term: 'reading', strength: 2 }] },
      { freeTimes: [{ day: 'MO', from: '15:00', to: '16:00' }] },
      { travelModes: ['car'] },
      { homeCell: '8726e5b9affffff' },
      { knownOrganizationIds: ['organization-1'] },
      { circumstances: { gender: 'female' } },
      { circumstances: { incomeBand: { minimumFpl: 130 } } },
      { circumstances: { incomeBand: { maximumFpl: 130 } } },
      { circumstances: { programs: { snap: true } } },
      { circumstances: { programs: { snap: false } } },
      { circumstances: { attributes: { 'first-generation': 'yes' } } },
      { circumstances: { attributes: { 'first-generation': 'no' } } },
    ];
    const keys = [{}, ...changes].map((change) => matchInputKey(studentWith(change)));
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('holds all that decides: with one key there is one result', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const stranger = {
          ...student,
          localId: 'L-1',
          languages: [...student.languages, ...student.languages],
          needs: student.needs.toReversed(),
          freeTimes: [...student.freeTimes, ...student.freeTimes],
        };
        expect(matchInputKey(stranger)).to.equal(matchInputKey(student));
        const { matchStudent } = createMatcher(world);
        expect(matchStudent(stranger)).to.deep.equal(matchStudent(student));
      }),
    );
  });

  it('leaves out what matching does not read', () => {
    const key = matchInputKey({ ...studentWith(), localId: 'L-1', demo: true } as MatchStudent);
    expect(key).to.equal(matchInputKey(studentWith()));
  });
});
