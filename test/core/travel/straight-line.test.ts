import { expect } from 'chai';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { straightLine } from '../../../core/travel/straight-line.ts';
import { type TravelRules, travelMinutes } from '../../../core/travel/travel.ts';

const rule = { speedKmh: 4.8, detour: 1.3, overheadMinutes: 0, maximumMinutes: 30 };
const car = { speedKmh: 55, detour: 1.3, overheadMinutes: 4, maximumMinutes: 45 };
const rules: TravelRules = { walk: rule, bike: rule, bus: rule, car };

const origins: Position[] = [
  [-99.6, 41.4],
  [-99.7, 41.5],
];
const destinations: Position[] = [
  [-99.6, 41.4],
  [-99.61, 41.41],
  [-99.9, 41.2],
];

describe('the straight line as a travel engine', () => {
  it('answers row by row with the minutes of the rule', async () => {
    const minutes = await straightLine(rules).matrix(origins, destinations, 'car');
    const expected = origins.flatMap((from) =>
      destinations.map((to) => travelMinutes(greatCircleKm(from, to), car)),
    );
    expect([...minutes]).to.deep.equal(expected);
    expect(minutes[0]).to.equal(4);
  });

  it('calls unreachable what lies beyond the limit, and takes what lies on it', async () => {
    const all = await straightLine(rules).matrix(origins, destinations, 'walk');
    const near = await straightLine(rules).matrix(origins, destinations, 'walk', all[1]);
    expect(near[1]).to.equal(all[1]);
    expect([...near].map((value) => value === Number.POSITIVE_INFINITY)).to.deep.equal(
      [...all].map((value) => value > all[1]!),
    );
  });

  it('calls a point that is none unreachable', async () => {
    const minutes = await straightLine(rules).matrix([[Number.NaN, 41]], destinations, 'walk');
    expect([...minutes]).to.deep.equal(destinations.map(() => Number.POSITIVE_INFINITY));
  });

  it('changes its version with the rules, but not with what they say of maxima', () => {
    const { version } = straightLine(rules);
    expect(straightLine({ ...rules, bus: car }).version).to.not.equal(version);
    expect(straightLine({ ...rules, bus: { ...rule, maximumMinutes: 5 } }).version).to.equal(version);
  });
});
