import { DUPLICATE_KINDS } from '../../../core/duplicates/duplicate-rules.ts';
import type { DuplicatesAsked } from '../../api/duplicates.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What is compared, as it stands in the address. */
export const duplicatesQuery: QueryShape<DuplicatesAsked> = {
  parse(params) {
    const page = Number(params.get('page'));
    return {
      kind: DUPLICATE_KINDS.find((kind) => kind === params.get('kind')) ?? 'organization',
      state: params.get('state') === 'different' ? 'different' : 'open',
      page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    };
  },
  format({ kind, state, page }) {
    const params = new URLSearchParams();
    if (kind !== 'organization') params.set('kind', kind);
    if (state !== 'open') params.set('state', state);
    if (page > 1) params.set('page', String(page));
    return params;
  },
};
