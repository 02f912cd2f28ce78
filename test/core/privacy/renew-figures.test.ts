import { expect } from 'chai';
import fc from 'fast-check';
import { countNeeds, WHOLE_SCHOOL } from '../../../core/privacy/count-needs.ts';
import { type Figure, type HeldFigure, renewFigures } from '../../../core/privacy/renew-figures.ts';
import { tryEveryTable } from './try-every-table.ts';

const K = 2;

const figure = (id: string, students: number, ...within: string[]): Figure => ({ id, students, within });
const told = (figures: Figure[], held: [string, HeldFigure][] = [], threshold = 10) =>
  [...renewFigures(figures, new Map(held), threshold)].filter(([, each]) => each.told).map(([id]) => id);

const ALL = figure('all', 80);

describe('renewFigures', () => {
  it('tells what is neither few nor almost all of a wider one', () => {
    expect(told([ALL, figure('a', 9, 'all')])).to.deep.equal(['all']);
    expect(told([ALL, figure('a', 10, 'all')])).to.deep.equal(['all', 'a']);
    expect(told([ALL, figure('a', 71, 'all')])).to.deep.equal(['all']);
    expect(told([ALL, figure('a', 30, 'all'), figure('b', 21, 'all', 'a')])).to.deep.equal(['all', 'a']);
    expect(told([ALL, figure('a', 9, 'all'), figure('b', 0, 'all', 'a')])).to.deep.equal(['all']);
  });

  it('does not tell that everybody of a wider set is in it', () => {
    expect(told([ALL, figure('a', 30, 'all'), figure('b', 30, 'all', 'a')])).to.deep.equal(['all', 'a']);
  });

  it('holds on to what was told while it is off by less than the threshold', () => {
    const held: [string, HeldFigure][] = [['a', { students: 30, told: true }]];
    for (const now of [21, 29, 39])
      expect(renewFigures([figure('a', now)], new Map(held), 10).get('a')).to.deep.equal(held[0]![1]);
    expect(renewFigures([figure('a', 40)], new Map(held), 10).get('a')!.students).to.equal(40);
    expect(renewFigures([figure('a', 20)], new Map(held), 10).get('a')!.students).to.equal(20);
  });

  it('does not tell what was hidden because another has changed: it would give away what was told then', () => {
    const first = [ALL, figure('a', 30, 'all'), figure('b', 25, 'all', 'a')];
    const held = [...renewFigures(first, new Map(), 10)];
    const later = [ALL, figure('a', 45, 'all'), figure('b', 25, 'all', 'a')];
    expect(told(later, held)).to.deep.equal(['all', 'a']);
    const muchLater = [ALL, figure('a', 60, 'all'), figure('b', 35, 'all', 'a')];
    expect(told(muchLater, held)).to.deep.equal(['all', 'a', 'b']);
  });

  it('hides the wider one where a narrower is known already', () => {
    const first = [ALL, figure('a', 40, 'all'), figure('b', 20, 'all', 'a')];
    const held = [...renewFigures(first, new Map(), 10)];
    const later = [ALL, figure('a', 26, 'all'), figure('b', 18, 'all', 'a')];
    expect(told(later, held)).to.deep.equal(['all', 'b']);
  });
});

/** A small school, so that every table can be tried: needs of reading, of phonics below it, of music; some unmet. */
const school = fc.array(
  fc.record({
    needs: fc.subarray(['phonics', 'reading', 'music'] as const),
    unmet: fc.subarray(['phonics', 'reading'] as const),
  }),
  { minLength: 3 * K, maxLength: 8 },
);

const taxonomy = { lineage: (term: string) => (term === 'phonics' ? ['phonics', 'reading'] : [term]) };

describe('An attacker who tries every table of a school', () => {
  it('never comes within the threshold of a set, an overlap or a remainder of fewer than that', () => {
    fc.assert(
      fc.property(school, (children) => {
        const students = children.map(({ needs }, n) => ({
          id: `s-${n}`,
          schoolId: 'oak',
          needs: needs.map((term) => ({ term, urgency: 1 as const })),
        }));
        const unmet = new Map(children.map((child, n) => [`s-${n}`, new Set<string>(child.unmet)]));
        const whole = { id: WHOLE_SCHOOL, students: children.length, within: [] };
        const held = new Map([[WHOLE_SCHOOL, { students: children.length, told: true }]]);
        const renewed = renewFigures([whole, ...countNeeds(students, taxonomy, unmet)], held, K);
        const known = new Map([...renewed].filter(([, { told: isTold }]) => isTold));
        for (const { name, least, most } of tryEveryTable(children.length, known))
          expect(least >= K || most - least >= K, `${name}: ${least} to ${most}`).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });
});
