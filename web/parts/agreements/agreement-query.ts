import type { QueryShape } from '../../state/use-query.ts';

export const LISTS = ['open', 'attention', 'ended'] as const;
export type ListName = (typeof LISTS)[number];

/** Which agreements the list shows. */
export const agreementQuery: QueryShape<{ show: ListName }> = {
  parse: (params) => ({ show: LISTS.find((name) => name === params.get('show')) ?? 'open' }),
  format: ({ show }) => new URLSearchParams(show === 'open' ? {} : { show }),
};
