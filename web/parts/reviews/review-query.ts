import { REVIEW_GROUPS, type ReviewGroup } from '../../../core/reviews/review-group.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What the list shows, as it stands in the address: a school and a state, nothing of a student. */
export interface ReviewQuery {
  state: ReviewGroup;
  school: string;
}

export const reviewQuery: QueryShape<ReviewQuery> = {
  parse: (params) => ({
    state: REVIEW_GROUPS.find((group) => group === params.get('state')) ?? 'open',
    school: params.get('school') ?? '',
  }),
  format: ({ state, school }) => {
    const params = new URLSearchParams();
    if (state !== 'open') params.set('state', state);
    if (school) params.set('school', school);
    return params;
  },
};
