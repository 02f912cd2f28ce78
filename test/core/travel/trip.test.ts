import { expect } from 'chai';
import fc from 'fast-check';
import { reachKm, TRAVEL_MODES, type TravelRules, travelMinutes } from '../../../core/travel/travel.ts';
import { bestTrip, fastestTrip, roundMinutes } from '../../../core/travel/trip.ts';
import { travel } from '../matching/world.ts';

const km = fc.double({ min: 0, max: 100, noNaN: true });
const modes = fc.subarray([...TRAVEL_MODES]);

describe('travelMinutes', () => {
  it('adds the overhead to the way with its detour', () => {
    expect(travelMinutes(0, travel.bus)).to.equal(8);
    // 12 km by bus: 16.8 km at 24 km/h are 42 minutes.
    expect(travelMinutes(12, travel.bus)).to.be.closeTo(50, 1e-9);
  });

  it('is undone by reachKm, which is 0 within the overhead', () => {
    fc.assert(
      fc.property(km, fc.constantFrom(...TRAVEL_MODES), (distance, mode) => {
        expect(reachKm(travelMinutes(distance, travel[mode]), travel[mode])).to.be.closeTo(distance, 1e-9);
      }),
    );
    expect(reachKm(7, travel.bus)).to.equal(0);
  });
});

describe('bestTrip', () => {
  it('is the fastest of the trips that their modes allow', () => {
    fc.assert(
      fc.property(km, modes, (distance, own) => {
        const allowed = own
          .map((mode) => ({ mode, minutes: travelMinutes(distance, travel[mode]) }))
          .filter(({ mode, minutes }) => minutes <= travel[mode].maximumMinutes)
          .sort((a, b) => a.minutes - b.minutes);
        expect(bestTrip(distance, own, travel)).to.deep.equal(allowed[0]);
      }),
    );
  });

  it('takes a slower mode where the faster may not go so far', () => {
    const rules: TravelRules = { ...travel, bus: { ...travel.bus, maximumMinutes: 10 } };
    expect(bestTrip(2, ['bus', 'walk'], rules)).to.equal(undefined);
    expect(bestTrip(1.5, ['bus', 'walk'], rules)?.mode).to.equal('walk');
  });

  it('takes the first by name of two that are equally fast', () => {
    const rules: TravelRules = { ...travel, car: travel.bus };
    expect(bestTrip(5, ['car', 'bus'], rules)?.mode).to.equal('bus');
    expect(bestTrip(5, ['bus', 'car'], rules)?.mode).to.equal('bus');
  });
});

describe('fastestTrip', () => {
  it('does not look at the maximum', () => {
    expect(fastestTrip(1000, ['walk', 'car'], travel)?.mode).to.equal('car');
    expect(fastestTrip(1, [], travel)).to.equal(undefined);
  });
});

describe('roundMinutes', () => {
  it('keeps one decimal', () => {
    expect(roundMinutes(12.34)).to.equal(12.3);
    expect(roundMinutes(12.35)).to.equal(12.4);
  });
});
