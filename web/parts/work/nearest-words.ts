import type { SchoolDomain } from '../../api/schools.ts';
import type { SayText } from './say.ts';

/** The nearest of a kind; where it is further than asked, that nothing is nearer. Minutes never round into the limit. */
export function nearestWords(
  { name, minutes }: Pick<NonNullable<SchoolDomain['nearest']>, 'name' | 'minutes'>,
  limit: number,
  t: SayText,
): string {
  if (minutes <= limit) return t('school.nearestIs', { name, n: Math.round(minutes) });
  return t('school.nothingWithin', { limit, name, n: Math.ceil(minutes) });
}
