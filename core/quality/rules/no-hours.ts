import { nothingIf, ruleAbout } from '../quality-rule.ts';
import { schedulesOf } from '../schedules-of.ts';

export const noHours = ruleAbout(['service'], {
  name: 'no-hours',
  group: 'missing',
  sentence: { en: 'Does not say when it is open', es: 'No dice cuándo abre' },
  mend: 'hours',
  finds: (subject) => nothingIf(schedulesOf(subject).length === 0),
});
