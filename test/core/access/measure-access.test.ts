import { expect } from 'chai';
import type { AccessMeasure } from '../../../core/access/access-measure.ts';
import { type Decay, decayWeight } from '../../../core/access/decay.ts';
import { measureAccess } from '../../../core/access/measure-access.ts';
import { edgeCases, grid, hospitals, isReferenceThere, readWeights, type Told, tracts } from './reference.ts';

const whenThere = isReferenceThere ? describe : describe.skip;
const far = Number.POSITIVE_INFINITY;
const gravity = (scale: number, alpha: number, least = 0): Decay => ({
  kind: 'gravity',
  scale,
  alpha,
  least,
});
const raam: AccessMeasure = { method: 'raam', limit: far, iteration: 'published' };

function expectAccess(
  access: Float64Array,
  ids: readonly number[],
  expected: Record<string, Told>,
  what: string,
): void {
  ids.forEach((id, i) => {
    const wanted = Number(expected[id]);
    const where = `${what}, place ${id}: ${access[i]} instead of ${wanted}`;
    if (Number.isFinite(wanted))
      expect(Math.abs(access[i]! - wanted), where).to.be.at.most(1e-9 * Math.abs(wanted));
    else expect(access[i], where).to.deep.equal(wanted);
  });
}

whenThere('measureAccess on the reference beside the project, in ../shared', () => {
  it('has the weights of every decay', () => {
    const decays: Record<string, Decay> = {
      'step{10:1,20:.68,30:.22} (e2sfca default)': {
        kind: 'step',
        steps: [
          [10, 1],
          [20, 0.68],
          [30, 0.22],
        ],
      },
      'step{10:.962,20:.704,30:.377,60:.042} (3sfca default)': {
        kind: 'step',
        steps: [
          [10, 0.962],
          [20, 0.704],
          [30, 0.377],
          [60, 0.042],
        ],
      },
      'gaussian(20)': { kind: 'gaussian', sigma: 20 },
      'gravity(scale=20,alpha=-2,min_dist=1)': gravity(20, -2, 1),
      'gravity(scale=60,alpha=-1,min_dist=0.5)': gravity(60, -1, 0.5),
    };
    const weights = readWeights();
    expect(Object.keys(weights)).to.have.members(Object.keys(decays));
    for (const [name, rows] of Object.entries(weights))
      for (const [cost, weight] of rows)
        expect(decayWeight(decays[name]!)(cost), `${name} of ${cost}`).to.be.closeTo(weight, 1e-12 * weight);
  });

  it('agrees on the hospitals', () => {
    const measures: Record<string, AccessMeasure> = {
      '2sfca gravity(scale=1,alpha=-1) max_cost=61': { method: '2sfca', limit: 61, decay: gravity(1, -1) },
      '3sfca gravity(scale=1,alpha=-1) max_cost=61': { method: '3sfca', limit: 61, decay: gravity(1, -1) },
      '2sfca binary max_cost=61': { method: '2sfca', limit: 61 },
      'e2sfca default step{10:1,20:.68,30:.22}': { method: 'e2sfca', limit: far },
      '3sfca default step{10:.962,20:.704,30:.377,60:.042}': { method: '3sfca', limit: far },
      'weighted_catchment gravity(1,-1) max_cost=61': {
        method: 'weighted-catchment',
        limit: 61,
        decay: gravity(1, -1),
      },
      'fca_ratio max_cost=61': { method: 'fca-ratio', limit: 61 },
      'raam tau=60 rho=auto cycles=150': raam,
    };
    for (const { ids, expected, problem } of hospitals()) {
      expect(Object.keys(expected)).to.have.members(Object.keys(measures));
      for (const [name, values] of Object.entries(expected))
        expectAccess(measureAccess(measures[name]!, problem).access, ids, values, name);
    }
  });

  it('agrees on the grid', () => {
    const steps = (...weights: [number, number][]): Decay => ({ kind: 'step', steps: weights });
    const gaussian: Decay = { kind: 'gaussian', sigma: 1.5 };
    const measures: Record<string, AccessMeasure> = {
      wc_grav: { method: 'weighted-catchment', limit: far, decay: gravity(60, 1) },
      wc_step: { method: 'weighted-catchment', limit: far, decay: steps([1, 1], [2, 0.5], [3, 0.25]) },
      wc_gauss: { method: 'weighted-catchment', limit: 3, decay: gaussian },
      fca: { method: 'fca-ratio', limit: 2 },
      t2: { method: '2sfca', limit: 2 },
      t2gauss: { method: '2sfca', limit: 3, decay: gaussian },
      e2: { method: 'e2sfca', limit: far, decay: steps([1, 1], [2, 0.68], [3, 0.22]) },
      t3: { method: '3sfca', limit: far, decay: steps([1, 0.962], [2, 0.704], [3, 0.377], [6, 0.042]) },
      raam2: { ...raam, tau: 2 },
      raam60: { ...raam, tau: 60 },
      t2_normalized: { method: '2sfca', limit: 2, relative: true },
    };
    const { problem, ids, expected } = grid();
    expect(Object.keys(expected)).to.have.members(Object.keys(measures));
    for (const [name, values] of Object.entries(expected))
      expectAccess(measureAccess(measures[name]!, problem).access, ids, values, name);
  });

  it('agrees on 150 tracts of Chicago, with doctors and with dentists', () => {
    const measures: Record<string, AccessMeasure> = {
      t2sfca20: { method: '2sfca', limit: 20 },
      e2sfca: { method: 'e2sfca', limit: far },
      t3sfca: { method: '3sfca', limit: far },
      fca20: { method: 'fca-ratio', limit: 20 },
      wcgrav: { method: 'weighted-catchment', limit: 30, decay: gravity(10, -1, 0.5) },
      raam60: raam,
    };
    for (const supplies of ['doc', 'dentist'] as const) {
      const { problem, ids, expected } = tracts(supplies);
      for (const [name, measure] of Object.entries(measures)) {
        const values = Object.fromEntries(ids.map((id) => [id, expected.get(id)![`${name}_${supplies}`]!]));
        expectAccess(measureAccess(measure, problem).access, ids, values, `${name} of ${supplies}`);
      }
    }
  });

  it('decides the edges alike: nobody, no places, nothing in reach, a cost on the border, two ways', () => {
    const measures: Record<string, AccessMeasure> = {
      '2sfca': { method: '2sfca', limit: 0 },
      e2sfca: { method: 'e2sfca', limit: 0 },
      '3sfca': { method: '3sfca', limit: 0 },
      fca_ratio: { method: 'fca-ratio', limit: 0 },
      weighted_catchment: { method: 'weighted-catchment', limit: 0 },
    };
    for (const { name, problem, ids, args, expected } of edgeCases())
      for (const [method, values] of Object.entries(expected)) {
        if (typeof values === 'string') continue;
        const measure = method === 'raam' ? raam : { ...measures[method]!, limit: args.max_cost };
        expectAccess(measureAccess(measure, problem).access, ids, values, `${name}, ${method}`);
      }
  });
});
