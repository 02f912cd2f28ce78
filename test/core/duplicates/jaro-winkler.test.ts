import { expect } from 'chai';
import { jaroWinkler } from '../../../core/duplicates/jaro-winkler.ts';

describe('likeness of two words', () => {
  it('is what Winkler published', () => {
    const table: [string, string, number][] = [
      ['martha', 'marhta', 0.9611],
      ['dwayne', 'duane', 0.84],
      ['dixon', 'dicksonx', 0.8133],
      ['jones', 'johnson', 0.8324],
      ['abc', 'xyz', 0],
      ['same', 'same', 1],
      ['', 'word', 0],
    ];
    for (const [a, b, likeness] of table) {
      expect(jaroWinkler(a, b), `${a} ${b}`).to.be.closeTo(likeness, 0.0001);
      expect(jaroWinkler(b, a), `${b} ${a}`).to.be.closeTo(likeness, 0.0001);
    }
  });
});
