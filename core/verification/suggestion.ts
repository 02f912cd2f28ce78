/** `open`: nobody has answered yet. */
export const SUGGESTION_STATES = ['open', 'taken-up', 'not-taken-up'] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** What somebody says is wrong with a service; `public`: whoever read its page, without an account. */
export interface Suggestion {
  id: string;
  serviceId: string;
  organizationId: string;
  text: string;
  from: 'public' | 'verifier';
  at: string;
  state: SuggestionState;
  answer?: string;
  answeredAt?: string;
  answeredBy?: string;
}

export const MOST_SUGGESTION_SIGNS = 1000;
export const FEWEST_SUGGESTION_SIGNS = 5;
