import { ageOf } from '../../verification/order-queue.ts';
import { ruleAbout } from '../quality-rule.ts';

/** Nobody has said for long that it is right; the same services as on the page of what to check next. */
export const notChecked = ruleAbout(['service'], {
  name: 'not-checked',
  group: 'old',
  sentence: { en: 'Nobody has checked it for long', es: 'Hace mucho que nadie lo revisa' },
  mend: 'check',
  finds: (subject, { today, verification }) =>
    ageOf(subject, today, verification) > verification.freshDays ? (subject.verified?.on ?? '') : undefined,
});
