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

const NEEDS = 6;
const OFFERS = 4;

/** Few scores, so that many plans are equally good, or any. */
const arbitraryScore = fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.integer({ min: 0, max: 10_000 }));

/** Small inputs with all kinds of choices that people make. */
export const arbitraryInput: fc.Arbitrary<PlanInput> = fc.nat(NEEDS).chain((needs) =>
  fc
    .record({
      choices: fc.array(
        fc.uniqueArray(fc.tuple(fc.nat(OFFERS - 1), arbitraryScore), {
          maxLength: OFFERS,
          selector: ([at]) => at,
        }),
        { minLength: needs, maxLength: needs },
      ),
      urgency: fc.array(fc.constantFrom(1, 2, 3), { minLength: needs, maxLength: needs }),
      capacity: fc.array(fc.nat(3), { minLength: OFFERS, maxLength: OFFERS }),
      pool: fc.option(fc.array(fc.nat(OFFERS - 1), { minLength: OFFERS, maxLength: OFFERS }), {
        nil: undefined,
      }),
      accepted: choicesOf(needs, 2),
      refused: choicesOf(needs, 4),
      together:
        needs === 0
          ? fc.constant([])
          : fc.array(fc.tuple(fc.nat(needs - 1), fc.nat(needs - 1)), { maxLength: 3 }),
    })
    .map(({ choices, urgency, pool, accepted, refused, ...rest }) =>
      planInput(choices, {
        ...rest,
        ...(pool && { pool }),
        urgency: Uint8Array.from(urgency),
        offerIds: Array.from({ length: OFFERS }, (_, at) => `offer-${at}`),
        accepted: new Map(accepted.map(([need, offer]) => [need, { offerId: `offer-${offer}` }])),
        refused: new Map(refused.map(([need, offer]) => [need, new Set([`offer-${offer}`])])),
      }),
    ),
);

function choicesOf(needs: number, most: number) {
  const pair = fc.tuple(fc.nat(Math.max(0, needs - 1)), fc.nat(OFFERS - 1));
  return fc.array(pair, { maxLength: needs === 0 ? 0 : most });
}
