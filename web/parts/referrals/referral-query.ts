import type { QueryShape } from '../../state/use-query.ts';

/** What can be asked for in the list, in this order. */
export const REFERRAL_GROUPS = [
  'open',
  'late',
  'no-address',
  'unanswered',
  'draft',
  'accepted',
  'in-progress',
  'on-hold',
  'closed',
  'ended',
  'all',
] as const;
export type ReferralGroup = (typeof REFERRAL_GROUPS)[number];

/** What the list shows, as it stands in the address: a school and a state, nothing of a student. */
export interface ReferralQuery {
  state: ReferralGroup;
  school: string;
  page: number;
  /** The referral whose letter is made, in place of the list. */
  letter: string;
}

export const referralQuery: QueryShape<ReferralQuery> = {
  parse: (params) => ({
    state: REFERRAL_GROUPS.find((group) => group === params.get('state')) ?? 'open',
    school: params.get('school') ?? '',
    page: Math.max(1, Math.floor(Number(params.get('page'))) || 1),
    letter: params.get('letter') ?? '',
  }),
  format: ({ state, school, page, letter }) => {
    const params = new URLSearchParams();
    if (state !== 'open') params.set('state', state);
    if (school) params.set('school', school);
    if (page > 1) params.set('page', String(page));
    if (letter) params.set('letter', letter);
    return params;
  },
};
