import { expect } from 'chai';
import fc from 'fast-check';
import { applyChanges } from '../../../core/what-if/apply-changes.ts';
import { type ScenarioChange, siteOf } from '../../../core/what-if/scenario.ts';
import { withChange, withoutChangesOf } from '../../../core/what-if/with-change.ts';

const places = ['s0', 's1'].map((id, n) => ({
  id,
  point: [n, n] as [number, number],
  capacity: 1,
  ...(n === 0 && { hours: 10 }),
}));
const point = fc.constantFrom<[number, number]>([5, 5], [6, 6]);
const capacity = fc.constantFrom(2, 3);
const siteId = fc.constantFrom('s0', 's1', 'new-0');
const change: fc.Arbitrary<ScenarioChange> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), id: fc.constant('new-0'), point, capacity }),
  fc.record({ kind: fc.constant('move' as const), siteId, point }),
  fc.record({ kind: fc.constant('capacity' as const), siteId, capacity }),
  fc.record({
    kind: fc.constant('hours' as const),
    siteId: fc.constant('s0'),
    hours: fc.constantFrom(5, 40),
  }),
  fc.record({ kind: fc.constant('remove' as const), siteId }),
);

describe('One more change', () => {
  it('leaves open what all changes one after the other leave open, said in at most three for each site', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (tried) => {
        let said: ScenarioChange[] = [];
        const made: ScenarioChange[] = [];
        for (const next of tried) {
          // A screen offers only what is there.
          const { open } = applyChanges(places, made);
          if (next.kind !== 'add' && !open.has(siteOf(next))) continue;
          made.push(next);
          said = withChange(said, next);
        }
        const told = applyChanges(places, said);
        expect(Object.fromEntries(told.open)).to.deep.equal(
          Object.fromEntries(applyChanges(places, made).open),
        );
        expect(told.pointless).to.deep.equal([]);
        for (const id of ['s0', 's1', 'new-0'])
          expect(said.filter((other) => siteOf(other) === id).length).to.be.at.most(3);
      }),
    );
  });

  it('of hours changes the places with them, typed ones too, whichever came first', () => {
    const hours: ScenarioChange = { kind: 'hours', siteId: 's0', hours: 25 };
    const typed: ScenarioChange = { kind: 'capacity', siteId: 's0', capacity: 4 };
    const then = (...changes: ScenarioChange[]) => applyChanges(places, changes).open.get('s0');
    expect(then(hours)).to.include({ capacity: 2.5, hours: 25 });
    expect(then(hours, typed)).to.deep.equal(then(typed, hours));
    expect(then(hours, typed)).to.include({ capacity: 10 });
  });

  it('of hours says nothing where nobody said how long a service is open today', () => {
    const hours: ScenarioChange = { kind: 'hours', siteId: 's1', hours: 25 };
    const { open, pointless } = applyChanges(places, [hours]);
    expect(pointless).to.deep.equal([hours]);
    expect(open.get('s1')).to.deep.equal(places[1]);
  });

  it('can be taken back with all else that was done to the site', () => {
    const moved: ScenarioChange = { kind: 'move', siteId: 's0', point: [5, 5] };
    const closed: ScenarioChange = { kind: 'remove', siteId: 's1' };
    expect(
      withoutChangesOf([moved, closed, { kind: 'capacity', siteId: 's0', capacity: 3 }], 's0'),
    ).to.deep.equal([closed]);
  });
});
