import type { SayRetention } from './use-retention.ts';

const YEAR = 365;

/** "3 years", "400 days": whole years as such, as people plan in them. */
export function periodWords(days: number, t: SayRetention): string {
  if (days === 0) return t('period.none');
  return days % YEAR === 0 ? t('period.years', { n: days / YEAR }) : t('period.days', { n: days });
}
