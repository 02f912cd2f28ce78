import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noDescription = ruleAbout(['organization', 'service'], {
  name: 'no-description',
  group: 'missing',
  sentence: { en: 'Does not say what it does', es: 'No dice qué hace' },
  mend: 'fields',
  finds: ({ record }) => nothingIf(record.description.trim() === ''),
});
