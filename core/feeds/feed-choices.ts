import { DIRECTORY_KINDS } from '../imports/directory-kinds.ts';

/** What a feed brings: what can be tried without storing it. A table is read as is remembered of its source. */
export const FEED_KINDS = DIRECTORY_KINDS;

/** `ask`: what is different waits for a person. `apply`: it is stored, unless too much is lost. */
export const FEED_RULES = ['ask', 'apply'] as const;
