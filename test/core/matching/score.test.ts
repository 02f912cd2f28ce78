import { expect } from 'chai';
import { FACTORS } from '../../../core/matching/match.ts';
import {
  continuityFactor,
  costFactor,
  type Factors,
  languageFactor,
  placesFactor,
  roundFactors,
  scoreOf,
  travelFactor,
  weightFactor,
} from '../../../core/matching/score.ts';
import { rules } from './world.ts';

function all(value: number): Factors {
  return Object.fromEntries(FACTORS.map((factor) => [factor, value])) as Factors;
}

describe('the factors', () => {
  it('halve travel at half time and fall from 1 towards 0', () => {
    expect([0, 15, 30].map((minutes) => travelFactor(minutes, 15))).to.deep.equal([1, 0.5, 0.2]);
  });

  it('rise with free places, and stand in the middle where nobody said', () => {
    expect([0, 1, 3, undefined].map(placesFactor)).to.deep.equal([0, 0.5, 0.75, 0.5]);
  });

  it('know a shared language, none, and nobody said', () => {
    expect(languageFactor(['en', 'es'], ['es'])).to.equal(1);
    expect(languageFactor(['en'], ['es'])).to.equal(0);
    expect(languageFactor([], ['es'])).to.equal(0.5);
    expect(languageFactor(['en'], [])).to.equal(0.5);
  });

  it('know free, paid, and nobody said', () => {
    expect([true, false, undefined].map(costFactor)).to.deep.equal([1, 0, 0.5]);
  });

  it('stay neutral until a partner is known', () => {
    expect(continuityFactor('a', [])).to.equal(0.5);
    expect(continuityFactor('a', ['a', 'b'])).to.equal(1);
    expect(continuityFactor('c', ['a', 'b'])).to.equal(0);
  });

  it('count urgency in thirds', () => {
    expect(weightFactor(3)).to.equal(1);
  });
});

describe('scoreOf', () => {
  it('is the weighted mean with four decimals', () => {
    expect(scoreOf(all(1), rules.weights)).to.equal(1);
    expect(scoreOf({ ...all(0), term: 1 }, rules.weights)).to.equal(0.25);
    expect(scoreOf({ ...all(0), urgency: 1 }, rules.weights)).to.equal(0.0833);
  });

  it('does not count a factor without weight, and is 0 without any', () => {
    expect(scoreOf({ ...all(1), term: 0 }, { ...rules.weights, term: 0 })).to.equal(1);
    expect(scoreOf(all(1), all(0))).to.equal(0);
  });
});

describe('roundFactors', () => {
  it('keeps four decimals', () => {
    expect(roundFactors(all(1 / 3)).travel).to.equal(0.3333);
  });
});
