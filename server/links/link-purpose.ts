/** What a one-time link is for. One made for one purpose opens nothing of another. */
export type LinkPurpose = 'invitation' | 'reset';

const HOUR = 3_600_000;

/** Milliseconds for which a link works. */
export const LINK_LIFE: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * HOUR,
  reset: HOUR,
};
