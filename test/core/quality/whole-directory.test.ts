import { expect } from 'chai';
import type { Position } from '../../../core/geo/point.ts';
import { fenceAround, isWithin } from '../../../core/quality/fence-around.ts';
import { createTally, foundInAll, shareRight } from '../../../core/quality/tally.ts';
import { textKey } from '../../../core/quality/text-key.ts';
import { context } from './subjects.ts';

describe('the fence around most places', () => {
  const town = Array.from({ length: 30 }, (_, n): Position => [-77 + n / 1000, 39 - n / 1000]);

  it('leaves out a point with a wrong sign, and keeps all of the town', () => {
    const strays: Position[] = [
      [77, 39],
      [-77, -39],
      [-77, 42],
    ];
    const fence = fenceAround([...town, ...strays], context.rules)!;
    expect(town.every((point) => isWithin(point, fence))).to.equal(true);
    expect(strays.some((point) => isWithin(point, fence))).to.equal(false);
  });

  it('says nothing while there are few places', () => {
    expect(fenceAround(town.slice(0, context.rules.fencePlaces - 1), context.rules)).to.equal(undefined);
  });
});

describe('the key of a text', () => {
  it('is the same whatever the capitals, accents and blanks, and another for another text', () => {
    expect(textKey('Tutoría  de Álgebra')).to.equal(textKey(' tutoria de algebra\n'));
    expect(textKey('Tutoring')).not.to.equal(textKey('Tutorings'));
  });
});

describe('the tally of what was found', () => {
  const tally = createTally();
  tally.add({ kind: 'service', source: 'county', rules: ['no-hours', 'no-cost'] });
  tally.add({ kind: 'service', source: 'county', rules: ['no-hours'] });
  tally.add({ kind: 'location', source: 'Iris', rules: [] });

  it('counts records and findings by source', () => {
    expect(tally.sources()).to.deep.equal([
      { source: 'Iris', records: { organization: 0, service: 0, location: 1 }, found: {} },
      {
        source: 'county',
        records: { organization: 0, service: 2, location: 0 },
        found: { 'no-hours': 2, 'no-cost': 1 },
      },
    ]);
    expect(foundInAll(tally.sources())).to.deep.equal({ 'no-hours': 2, 'no-cost': 1 });
  });

  it('tells how much of a group is right, and nothing where there is nothing to look at', () => {
    // Three rules about terms look at each of three services.
    tally.add({ kind: 'service', source: 'county', rules: ['no-terms'] });
    const [iris, county] = tally.sources();
    expect(shareRight('terms', [county!])).to.be.closeTo(8 / 9, 1e-9);
    expect(shareRight('points', [iris!])).to.equal(1);
    expect(shareRight('points', [county!])).to.equal(undefined);
  });
});
