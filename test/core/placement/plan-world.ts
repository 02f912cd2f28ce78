import fc from 'fast-check';
import type { PlanInput } from '../../../core/placement/plan-input.ts';

/** Choices of a need as pairs of offer and score. */
export type Choices = readonly (readonly [number, number])[];

/** An input from the choices of each need; what a test does not care about is filled in. */
export function planInput(choices: readonly Choices[], own: Partial<PlanInput> = {}): PlanInput {
  const edges = choices.flat();
  const offers = own.offerIds?.length ?? 1 + Math.max(-1, ...edges.map(([offer]) => offer));
  const first = new Uint32Array(choices.length + 1);
  choices.forEach((of, need) => {
    first[need + 1] = first[need]! + of.length;
  });
  return {
    urgency: new Uint8Array(choices.length).fill(2),
    first,
    offer: edges.map(([offer]) => offer),
    score: edges.map(([, score]) => score),
    offerIds: Array.from({ length: offers }, (_, at) => `offer-${at}`),
    capacity: new Array<number>(offers).fill(1),
    searchLimit: 1_000_000,
    ...own,
  };
}

const NEEDS = 7;
const OFFERS = 4;

/** How an input is drawn: from few numbers, so that many plans are equally good and many want the same, or from any. */
interface Draw {
  fewestNeeds: number;
  score: fc.Arbitrary<number>;
  urgency: fc.Arbitrary<number>;
  mostPlaces: number;
  mostAccepted: number;
  mostTogether: number;
}

const ANY_SCORE = fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 10_000 }));
const ANY_URGENCY = fc.constantFrom(1, 2, 3);

/** Small inputs with all kinds of choices that people make. */
export const arbitraryInput = inputsOf({
  fewestNeeds: 0,
  score: ANY_SCORE,
  urgency: ANY_URGENCY,
  mostPlaces: 3,
  mostAccepted: 2,
  mostTogether: 3,
});

/** Many needs of one urgency that score alike and have few places to go. */
export const arbitraryContest = inputsOf({
  fewestNeeds: 5,
  score: fc.constantFrom(5, 5, 5, 6),
  urgency: fc.constant(2),
  mostPlaces: 2,
  mostAccepted: 1,
  mostTogether: 0,
});

/** Pairs that want to go together where there are few places. */
export const arbitraryPairs = inputsOf({
  fewestNeeds: 3,
  score: ANY_SCORE,
  urgency: fc.constantFrom(2, 2, 3),
  mostPlaces: 2,
  mostAccepted: 0,
  mostTogether: 3,
});

function inputsOf(draw: Draw): fc.Arbitrary<PlanInput> {
  return fc.integer({ min: draw.fewestNeeds, max: NEEDS }).chain((needs) => {
    const perNeed = <T>(arbitrary: fc.Arbitrary<T>) =>
      fc.array(arbitrary, { minLength: needs, maxLength: needs });
    const perOffer = (most: number) => fc.array(fc.nat(most), { minLength: OFFERS, maxLength: OFFERS });
    const need = fc.nat(Math.max(0, needs - 1));
    const some = <T>(arbitrary: fc.Arbitrary<T>, most: number) =>
      fc.array(arbitrary, { maxLength: needs === 0 ? 0 : most });
    const choice = fc.tuple(fc.nat(OFFERS - 1), draw.score);
    const choices = fc.uniqueArray(choice, { maxLength: OFFERS, selector: ([at]) => at });
    return fc
      .record({
        choices: perNeed(choices),
        urgency: perNeed(draw.urgency),
        capacity: perOffer(draw.mostPlaces),
        pool: fc.option(perOffer(OFFERS - 1), { nil: undefined }),
        accepted: some(fc.tuple(need, fc.nat(OFFERS - 1)), draw.mostAccepted),
        refused: some(fc.tuple(need, fc.nat(OFFERS - 1)), 3),
        together: some(fc.tuple(need, need), draw.mostTogether),
      })
      .map(({ choices: all, urgency, pool, accepted, refused, ...rest }) =>
        planInput(all, {
          ...rest,
          ...(pool && { pool }),
          urgency: Uint8Array.from(urgency),
          offerIds: Array.from({ length: OFFERS }, (_, at) => `offer-${at}`),
          accepted: new Map(accepted.map(([of, offer]) => [of, { offerId: `offer-${offer}` }])),
          refused: new Map(refused.map(([of, offer]) => [of, new Set([`offer-${offer}`])])),
        }),
      );
  });
}
