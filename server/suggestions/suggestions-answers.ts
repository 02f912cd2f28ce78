import { z } from 'zod';
import { SUGGESTION_STATES } from '../../core/verification/suggestion.ts';

export const GivenSuggestion = z.object({
  token: z.string(),
});

export const SeenSuggestion = z.object({
  answer: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
  serviceId: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
  state: z.enum(SUGGESTION_STATES),
});

export const SuggestionList = z.object({
  items: z.array(
    z.object({
      serviceName: z.string(),
      /** Keyed hash of the token by which its giver sees what became of it; absent where it came with an account. */
      hash: z.string().optional(),
      id: z.string(),
      serviceId: z.string(),
      organizationId: z.string(),
      text: z.string(),
      from: z.enum(['public', 'verifier']),
      at: z.iso.datetime(),
      state: z.enum(SUGGESTION_STATES),
      answer: z.string().optional(),
      answeredAt: z.iso.datetime().optional(),
    }),
  ),
});
