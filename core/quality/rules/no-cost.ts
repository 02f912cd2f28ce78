import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noCost = ruleAbout(['service'], {
  name: 'no-cost',
  group: 'missing',
  sentence: { en: 'Does not say what it costs', es: 'No dice cuánto cuesta' },
  mend: 'fields',
  finds: ({ record }) => nothingIf(!record.feesDescription?.trim() && record.costOptions.length === 0),
});
