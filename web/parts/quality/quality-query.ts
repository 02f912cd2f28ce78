import type { QueryShape } from '../../state/use-query.ts';

/** What is shown, as it stands in the address: the figures, or the records that one rule found. */
export interface QualityQuery {
  rule: string | null;
  source: string | null;
  page: number;
}

export const qualityQuery: QueryShape<QualityQuery> = {
  parse(params) {
    const page = Number(params.get('page'));
    return {
      rule: params.get('rule') || null,
      source: params.get('source') || null,
      page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    };
  },
  format({ rule, source, page }) {
    const params = new URLSearchParams();
    if (rule !== null) params.set('rule', rule);
    if (source !== null) params.set('source', source);
    if (page > 1) params.set('page', String(page));
    return params;
  },
};

export function qualityAddress(query: Partial<QualityQuery>): string {
  const asked = qualityQuery.format({ rule: null, source: null, page: 1, ...query }).toString();
  return asked ? `/quality?${asked}` : '/quality';
}
