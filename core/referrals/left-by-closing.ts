import type { Referral } from './referral.ts';

type Known = Pick<Referral, 'id' | 'state' | 'reason' | 'instead'>;

/**
 * What is to be looked at because a partner has closed: the next steps that are prepared and not sent, and what ended
 * without one.
 */
export function leftByClosing(all: readonly Known[]): Set<string> {
  const replaced = new Set(all.map(({ instead }) => instead));
  const left = all.filter(({ id, state, reason, instead }) =>
    state === 'draft' ? instead !== undefined : reason === 'organization-closed' && !replaced.has(id),
  );
  return new Set(left.map(({ id }) => id));
}
