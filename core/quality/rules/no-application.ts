import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noApplication = ruleAbout(['service'], {
  name: 'no-application',
  group: 'missing',
  sentence: { en: 'Does not say how to apply', es: 'No dice cómo pedirlo' },
  mend: 'fields',
  finds: ({ record }) => nothingIf(!record.applicationProcess?.trim()),
});
