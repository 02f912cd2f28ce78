import { dayNumber } from '../../schedule/calendar-day.ts';
import { ruleAbout } from '../quality-rule.ts';

/** Places and organizations change in two years; a record that does not may be forgotten. */
export const longUnchanged = ruleAbout(['organization', 'service', 'location'], {
  name: 'long-unchanged',
  group: 'old',
  sentence: { en: 'Nothing about it has changed for years', es: 'Nada de él cambia desde hace años' },
  mend: 'fields',
  finds: (subject, { today, rules }) => {
    const said = subject.kind === 'service' ? subject.record.lastModified : undefined;
    const last = (said ?? subject.changedAt)?.slice(0, 10);
    return last !== undefined && dayNumber(today) - dayNumber(last) > rules.oldDays ? last : undefined;
  },
});
