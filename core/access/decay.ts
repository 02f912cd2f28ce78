import { z } from 'zod';

const Weight = z.number().min(0).max(1);

/** How a way's cost (minutes or km) lessens what lies at its end. */
export const Decay = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('step'),
    /** [up to and with this cost, weight], in order; beyond the last 0. */
    steps: z
      .array(z.tuple([z.number().min(0), Weight]))
      .min(1)
      .max(12)
      .refine((steps) => steps.every(([upTo], i) => i === 0 || upTo > steps[i - 1]![0]), {
        message: 'each step must end beyond the one before',
      }),
  }),
  /** exp(−x² ÷ 2σ²), not normalised. */
  z.strictObject({ kind: z.literal('gaussian'), sigma: z.number().positive() }),
  /** exp(−βx). */
  z.strictObject({ kind: z.literal('exponential'), beta: z.number().positive() }),
  /** (max(x, least) ÷ scale)^alpha; least keeps the weight of no way at all finite. */
  z.strictObject({
    kind: z.literal('gravity'),
    scale: z.number().positive(),
    alpha: z.number().max(0),
    least: z.number().positive(),
  }),
]);
export type Decay = z.infer<typeof Decay>;

/** The weight of a cost, as a function. */
export function decayWeight(decay: Decay): (cost: number) => number {
  switch (decay.kind) {
    case 'step':
      return (cost) => decay.steps.find(([upTo]) => cost <= upTo)?.[1] ?? 0;
    case 'gaussian':
      return (cost) => Math.exp(-(cost * cost) / (2 * decay.sigma * decay.sigma));
    case 'exponential':
      return (cost) => Math.exp(-decay.beta * cost);
    case 'gravity':
      return (cost) => (Math.max(cost, decay.least) / decay.scale) ** decay.alpha;
  }
}
