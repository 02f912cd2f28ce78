import { expect } from 'chai';
import fc from 'fast-check';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import { planPlacement } from '../../../core/placement/plan-placement.ts';
import { arbitraryContest, arbitraryInput, arbitraryPairs, planInput } from './plan-world.ts';
import { everyBestPlan, isAllowed, planValue } from './try-every-plan.ts';

describe('planPlacement', () => {
  it('finds the best plan that people’s choices allow, and proves it', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryInput, arbitraryContest, arbitraryPairs), (input) => {
        const plan = planPlacement(input);
        const open = plan.choice.map((at, need) => (input.accepted?.has(need) ? -1 : at));
        expect(isAllowed(input, open)).to.equal(true);
        expect(planValue(input, plan.choice)).to.deep.equal(everyBestPlan(input)[0]!.value);
        expect(plan).to.include({ isProven: true, gap: 0 });
        expect(checkPlacement(plan.problem, plan.placement).optimal).to.equal(true);
      }),
      { numRuns: 700 },
    );
  });

  it('fixes an accepted place, also the one that is too many, and plans with what is left', () => {
    const accepted = new Map([0, 1].map((need) => [need, { offerId: 'offer-0' }]));
    const plan = planPlacement(
      planInput(
        [
          [[0, 1]],
          [[0, 2]],
          [
            [0, 9000],
            [1, 5],
          ],
        ],
        { accepted },
      ),
    );
    expect([...plan.offer]).to.deep.equal([0, 0, 1]);
    expect(plan.faults).to.deep.equal([{ code: 'overdrawn', count: 1, offerIds: ['offer-0'] }]);
  });

  it('takes no second place for an accepted one that the capacity leaves out already', () => {
    const accepted = new Map([[0, { offerId: 'offer-0', isCounted: true }]]);
    expect([...planPlacement(planInput([[[0, 1]], [[0, 2]]], { accepted })).offer]).to.deep.equal([0, 0]);
  });

  it('keeps what was accepted where the offer has gone or does not fit any more, and tells it', () => {
    const accepted = new Map([
      [0, { offerId: 'closed' }],
      [1, { offerId: 'offer-1' }],
    ]);
    const plan = planPlacement(planInput([[[0, 1]], [[0, 2]], [[1, 3]]], { accepted }));
    expect([...plan.choice]).to.deep.equal([-1, -1, -1]);
    expect([...plan.offer]).to.deep.equal([-1, 1, -1]);
    expect(plan.without).to.deep.equal([undefined, undefined, 'no-room']);
    expect(plan.faults).to.deep.equal([
      { code: 'accepted-gone', count: 1, offerIds: ['closed'] },
      { code: 'accepted-unfit', count: 1, offerIds: ['offer-1'] },
    ]);
  });

  it('does not offer again what was refused, and says so where nothing else is left', () => {
    const refused = new Map([0, 1].map((need) => [need, new Set(['offer-0'])]));
    const plan = planPlacement(
      planInput(
        [
          [[0, 9]],
          [
            [0, 9],
            [1, 1],
          ],
        ],
        { refused },
      ),
    );
    expect([...plan.offer]).to.deep.equal([-1, 1]);
    expect(plan.without).to.deep.equal(['all-refused', undefined]);
  });

  it('keeps sisters together rather than placing one, and sends nobody apart', () => {
    const choices = [
      [[0, 9000]],
      [
        [0, 9000],
        [1, 9000],
      ],
      [[1, 100]],
    ] as const;
    const apart = planPlacement(planInput(choices));
    expect([...apart.offer]).to.deep.equal([0, 1, -1]);
    const plan = planPlacement(planInput(choices, { together: [[0, 1]] }));
    expect([...plan.offer]).to.deep.equal([-1, -1, 1]);
    expect(plan.without).to.deep.equal(['not-together', 'not-together', undefined]);
    expect(plan.faults).to.deep.equal([{ code: 'together-nowhere', count: 1, offerIds: [] }]);
    const capacity = [2, 1];
    expect([...planPlacement(planInput(choices, { together: [[0, 1]], capacity })).offer]).to.deep.equal([
      0, 0, 1,
    ]);
  });

  it('does not let a company of four that can wait go before one urgent need', () => {
    const together = [
      [0, 1],
      [1, 2],
      [2, 3],
    ] as const;
    const urgency = Uint8Array.of(1, 1, 1, 1, 3);
    const choices = [0, 1, 2, 3, 4].map((need) => [[0, need < 4 ? 10_000 : 0]] as const);
    const plan = planPlacement(planInput(choices, { together, urgency, capacity: [4] }));
    expect([...plan.offer]).to.deep.equal([-1, -1, -1, -1, 0]);
  });

  it('sends who is kept together with an accepted place there or nowhere', () => {
    const accepted = new Map([[0, { offerId: 'offer-0' }]]);
    const choices = [
      [[0, 1]],
      [
        [0, 1],
        [1, 9000],
      ],
    ] as const;
    const plan = (capacity: number[]) => [
      ...planPlacement(planInput(choices, { accepted, together: [[0, 1]], capacity })).offer,
    ];
    expect(plan([2, 1])).to.deep.equal([0, 0]);
    expect(plan([1, 1])).to.deep.equal([0, -1]);
  });

  it('tells of those kept together who are accepted at different places', () => {
    const accepted = new Map([0, 1].map((need) => [need, { offerId: `offer-${need}` }]));
    const plan = planPlacement(planInput([[[0, 1]], [[1, 1]]], { accepted, together: [[1, 0]] }));
    expect(plan.faults).to.deep.equal([{ code: 'together-apart', count: 1, offerIds: [] }]);
  });

  it('says how much better it could be where the search is cut short, and never more than that is possible', () => {
    let cut = 0;
    fc.assert(
      fc.property(arbitraryPairs, (input) => {
        const plan = planPlacement({ ...input, searchLimit: 0 });
        const open = plan.choice.map((at, need) => (input.accepted?.has(need) ? -1 : at));
        expect(isAllowed(input, open)).to.equal(true);
        const best = everyBestPlan(input)[0]!.value;
        const own = planValue(input, plan.choice);
        if (!plan.isProven) cut++;
        expect(plan.isProven).to.equal(plan.gap === 0);
        if (plan.isProven) expect(own).to.deep.equal(best);
        else if (own.slice(0, 3).join() === best.slice(0, 3).join())
          expect(plan.gap).to.be.at.least((best[3] - own[3]) / 10_000);
      }),
      { numRuns: 400 },
    );
    expect(cut).to.be.above(0);
  });

  it('reads odd places as none, parts as whole ones rounded down, and tells each kind', () => {
    const capacity = [undefined, -3, Number.NaN, 1.5, Number.POSITIVE_INFINITY, 2 ** 40];
    const choices = capacity.flatMap((_, at) => [[[at, 5]], [[at, 4]]] as const);
    const plan = planPlacement(planInput(choices, { capacity }));
    expect([...plan.offer]).to.deep.equal([-1, -1, -1, -1, -1, -1, 3, -1, -1, -1, 5, 5]);
    expect(plan.faults).to.deep.equal([
      { code: 'capacity-missing', count: 1, offerIds: ['offer-0'] },
      { code: 'capacity-negative', count: 1, offerIds: ['offer-1'] },
      { code: 'capacity-not-a-number', count: 2, offerIds: ['offer-2', 'offer-4'] },
      { code: 'capacity-fraction', count: 1, offerIds: ['offer-3'] },
    ]);
  });

  it('leaves out choices that make no sense, and tells each kind', () => {
    const odd = [-1, 10_001, 1.5, Number.NaN].map((score) => [0, score] as const);
    const choices = [
      odd,
      [[9, 5]],
      [
        [0, 7],
        [0, 8],
        [0, 3],
      ],
      [],
    ] as const;
    const plan = planPlacement(planInput(choices, { offerIds: ['a'] }));
    expect([...plan.choice]).to.deep.equal([-1, -1, 6, -1]);
    expect(plan.without).to.deep.equal(['no-match', 'no-match', undefined, 'no-match']);
    expect(plan.faults).to.deep.equal([
      { code: 'choice-unknown-offer', count: 1, offerIds: [] },
      { code: 'choice-odd-score', count: 4, offerIds: ['a'] },
      { code: 'choice-twice', count: 2, offerIds: ['a'] },
      { code: 'need-without-choice', count: 3, offerIds: [] },
    ]);
  });

  it('gives offers that share places no more than those', () => {
    const plan = planPlacement(
      planInput(
        [
          [
            [0, 5],
            [1, 6],
          ],
          [[1, 9]],
        ],
        { pool: [0, 0], capacity: [1] },
      ),
    );
    expect([...plan.offer]).to.deep.equal([-1, 1]);
  });

  it('keeps nobody together where more are than exact numbers allow, and tells it', () => {
    const needs = 4000;
    const choices = Array.from({ length: needs }, () => [[0, 10_000]] as const);
    const together = choices.slice(1).map((_, at) => [at, at + 1] as const);
    const plan = planPlacement(planInput(choices, { together, capacity: [needs - 1] }));
    expect(plan.placement.placed).to.equal(needs - 1);
    expect(plan.faults.map(({ code }) => code)).to.deep.equal(['together-left-out']);
  });
});
