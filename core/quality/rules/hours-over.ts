import { ruleAbout } from '../quality-rule.ts';
import { schedulesOf } from '../schedules-of.ts';

/** Hours of last summer: since then nobody has said when it is open. */
export const hoursOver = ruleAbout(['service'], {
  name: 'hours-over',
  group: 'odd',
  sentence: { en: 'All its hours have run out', es: 'Todos sus horarios ya terminaron' },
  mend: 'hours',
  finds: (subject, { today }) => {
    const lasts = schedulesOf(subject).map(({ validTo, until }) => validTo ?? until);
    const ends = lasts.filter((last) => last !== undefined);
    const isOver = ends.length > 0 && ends.length === lasts.length && ends.every((last) => last < today);
    return isOver ? ends.sort().at(-1) : undefined;
  },
});
