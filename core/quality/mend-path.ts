import type { QualityRule } from './quality-rule.ts';
import type { QualityRow } from './quality-view.ts';

type Which = Pick<QualityRow, 'kind' | 'id'>;

const PAGES = { organization: 'organizations', service: 'services', location: 'locations' } as const;

/** The page that everybody sees of a record. */
export function recordPath({ kind, id }: Which): string {
  return `/${PAGES[kind]}/${id}`;
}

/** The page on which what a rule found is put right; the record's own where that is done where it comes from. */
export function mendPath({ mend }: Pick<QualityRule, 'mend'>, which: Which): string {
  if (mend === 'point') return `/verify/pin/${which.id}`;
  return mend === 'fields' ? `/verify/${which.kind}/${which.id}` : recordPath(which);
}
