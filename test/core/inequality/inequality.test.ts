import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';
import { atkinson } from '../../../core/inequality/atkinson.ts';
import { finiteValues } from '../../../core/inequality/finite-values.ts';
import { gini, giniWeighted } from '../../../core/inequality/gini.ts';
import { lorenz } from '../../../core/inequality/lorenz.ts';
import { theil, theilByGroup } from '../../../core/inequality/theil.ts';

const reference = fileURLToPath(
  new URL('../../../../shared/reference/inequality/pysal_inequality.json', import.meta.url),
);
const whenThere = existsSync(reference) ? it : it.skip;

interface Case {
  y: number[];
  partition: number[];
  gini: number;
  theil_T: number;
  theil_between: number;
  theil_within: number;
  'atkinson_0.5'?: number | null;
  atkinson_1?: number | null;
}

const people = fc.array(
  fc.record({
    value: fc.integer({ min: 0, max: 50 }),
    weight: fc.integer({ min: 1, max: 6 }),
    group: fc.nat(2),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Everybody by name: a value of weight 3 is three people. */
function eachOf(rows: readonly { value: number; weight: number; group: number }[]) {
  return rows.flatMap(({ value, weight, group }) => Array.from({ length: weight }, () => ({ value, group })));
}

const near = (a: number, b: number) => expect(a).to.be.closeTo(b, 1e-9 * Math.max(1, Math.abs(b)));

describe('Inequality', () => {
  whenThere('agrees with PySAL on the reference beside the project, in ../shared', () => {
    const { cases } = JSON.parse(readFileSync(reference, 'utf8')) as { cases: Record<string, Case> };
    expect(Object.keys(cases)).to.have.length.above(5);
    for (const own of Object.values(cases)) {
      near(gini(own.y), own.gini);
      near(theil(own.y), own.theil_T);
      const { between, within } = theilByGroup(own.y, own.partition);
      near(between, own.theil_between);
      near(within, own.theil_within);
      if (typeof own['atkinson_0.5'] === 'number') near(atkinson(own.y, 0.5), own['atkinson_0.5']);
      if (typeof own.atkinson_1 === 'number') near(atkinson(own.y, 1), own.atkinson_1);
    }
  });

  it('between people is that of the values, each as often as it has people', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [values, weights] = [rows.map(({ value }) => value), rows.map(({ weight }) => weight)];
        const each = eachOf(rows);
        const all = each.map(({ value }) => value);
        near(giniWeighted(values, weights), gini(all));
        near(theil(values, weights), theil(all));
        near(atkinson(values, 0.5, weights), atkinson(all, 0.5));
        near(atkinson(values, 1, weights), atkinson(all, 1));
        const parts = theilByGroup(
          values,
          rows.map(({ group }) => group),
          weights,
        );
        near(
          parts.between,
          theilByGroup(
            all,
            each.map(({ group }) => group),
          ).between,
        );
        near(parts.between + parts.within, theil(all));
      }),
    );
  });

  it('has a curve from nobody to all that never rises above the diagonal', () => {
    expect(lorenz([3, 1], [1, 1])).to.deep.equal([
      [0, 0],
      [0.5, 0.25],
      [1, 1],
    ]);
    fc.assert(
      fc.property(people, (rows) => {
        const curve = lorenz(
          rows.map(({ value }) => value),
          rows.map(({ weight }) => weight),
        );
        for (const [x, y] of curve) expect(y).to.be.at.most(x + 1e-12);
        near(curve.at(-1)![1], 1);
      }),
    );
  });

  it('leaves out no data and nobody, and counts what it left out', () => {
    const values = [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 9];
    const weights = [1, 5, 1, 5, 0];
    expect(finiteValues(values, weights).leftOut).to.equal(3);
    near(giniWeighted(values, weights), gini([1, 3]));
    near(theil(values, weights), theil([1, 3]));
    near(theilByGroup(values, ['a', 'a', 'b', 'b', 'c'], weights).between, theil([1, 3]));
  });

  it('is none where nobody has anything, and not known of nobody', () => {
    for (const values of [[0, 0], []])
      for (const measured of [
        gini(values),
        giniWeighted(values, [1, 1]),
        theil(values),
        theilByGroup(values, [1, 2]).total,
        atkinson(values, 1),
      ])
        expect(measured).to.deep.equal(values.length === 0 ? Number.NaN : 0);
    expect(atkinson([0, 4], 1)).to.equal(1);
  });
});
