export const LINK_PURPOSES = ['invitation', 'reset'] as const;
/** What a one-time link is for. One made for one purpose opens nothing of another. */
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const HOUR = 3_600_000;

/** An account has one link for a purpose. */
export function linkId(purpose: LinkPurpose, accountId: string): string {
  return `${purpose}/${accountId}`;
}

/** Milliseconds for which a link works. */
export const LINK_LIFE: Record<LinkPurpose, number> = {
  invitation: 7 * 24 * HOUR,
  reset: HOUR,
};
