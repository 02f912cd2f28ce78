import { expect } from 'chai';
import { hilbertKey } from '../../../core/geo/hilbert.ts';

describe('hilbertKey', () => {
  it('passes every cell once, each next to the one before', () => {
    for (const levels of [1, 2, 5]) {
      const side = 1 << levels;
      const path: [number, number][] = [];
      for (let x = 0; x < side; x++) for (let y = 0; y < side; y++) path[hilbertKey(x, y, levels)] = [x, y];
      expect(path.filter(Boolean)).to.have.length(side * side);
      for (let i = 1; i < path.length; i++) {
        const steps = Math.abs(path[i]![0] - path[i - 1]![0]) + Math.abs(path[i]![1] - path[i - 1]![1]);
        expect(steps).to.equal(1);
      }
    }
  });
});
