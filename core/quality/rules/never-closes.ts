import { weeklyHours } from '../../schedule/weekly-hours.ts';
import { spanMinutes } from '../../schedule/weekly-spans.ts';
import { ruleAbout } from '../quality-rule.ts';
import { schedulesOf } from '../schedules-of.ts';

const WEEK_MINUTES = 7 * 24 * 60;

/** An office that is said to be open day and night. Help in a crisis, shelters and parks may well be. */
export const neverCloses = ruleAbout(['service'], {
  name: 'never-closes',
  group: 'odd',
  sentence: { en: 'Is said to be open day and night', es: 'Dice que abre día y noche' },
  mend: 'hours',
  finds: (subject, { rules, taxonomy }) => {
    const terms = subject.record.terms.flatMap((id) => taxonomy.lineage(id));
    if (terms.some((id) => rules.dayAndNight.includes(id))) return undefined;
    const { hours } = weeklyHours(schedulesOf(subject));
    const minutes = hours.reduce((sum, span) => sum + spanMinutes(span), 0);
    return minutes >= WEEK_MINUTES ? '24/7' : undefined;
  },
});
