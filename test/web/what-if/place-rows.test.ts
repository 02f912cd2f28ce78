import { expect } from 'chai';
import { createWhatIf } from '../../../core/what-if/what-if-engine.ts';
import { isOther, orderPlaces } from '../../../web/parts/what-if/place-rows.ts';
import { whatIfTown } from '../../core/what-if/what-if-town.ts';

const snapshot = whatIfTown({
  places: [
    { point: [-96, 40], people: 30 },
    { point: [-90, 40], people: 20 },
    { point: [-96.1, 40], people: 40 },
  ],
  sites: [{ point: [-96, 40], capacity: 5 }],
});

describe('The places of what if', () => {
  const { set, before } = createWhatIf(snapshot);
  const now = set([{ kind: 'add', id: 'new-1', point: [-90, 40], capacity: 4 }]);

  it('stand in order by any column, those with nothing in reach last', () => {
    const columns = {
      names: ['Oak 10', 'Oak 9', 'Elm'],
      people: snapshot.demand.people,
      now: before,
      locale: 'en-US',
    };
    const order = (by: 'name' | 'people' | 'minutes' | 'access', down = false) =>
      orderPlaces([0, 1, 2], { by, down }, columns);
    expect(order('name')).to.deep.equal([2, 1, 0]);
    expect(order('people')).to.deep.equal([1, 0, 2]);
    expect(order('minutes', true)).to.deep.equal([1, 2, 0]);
    expect(order('access').at(-1)).to.equal(1);
    expect(order('access', true).at(-1)).to.equal(1);
  });

  it('are otherwise where a way or a share has changed, and nowhere else', () => {
    expect([0, 1, 2].map((place) => isOther(before, now, place))).to.deep.equal([false, true, false]);
    expect([0, 1, 2].some((place) => isOther(before, set([]), place))).to.equal(false);
  });
});
