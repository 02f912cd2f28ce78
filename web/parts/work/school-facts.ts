import type { School } from '../../../core/schools/school.ts';
import { shortGrade } from './match-words.ts';
import type { Say, SayText } from './say.ts';

/** "Alder Creek", "grades K–5", "210 enrolled": what tells one school from the next. */
export function schoolFacts(school: School, t: SayText, say: Say): string[] {
  const { city, lowestGrade: low, highestGrade: high, enrollment, point } = school;
  const facts: string[] = [];
  if (city) facts.push(city);
  if (low !== undefined && high !== undefined)
    facts.push(t('schools.grades', { low: shortGrade(low, t), high: shortGrade(high, t) }));
  if (enrollment !== undefined)
    facts.push(t('schools.enrolled', { n: enrollment.toLocaleString(say.locale) }));
  if (!point) facts.push(t('schools.noPoint'));
  return facts;
}
