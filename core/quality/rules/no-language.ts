import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noLanguage = ruleAbout(['service'], {
  name: 'no-language',
  group: 'missing',
  sentence: { en: 'Does not say which languages are spoken', es: 'No dice qué idiomas se hablan' },
  mend: 'fields',
  finds: ({ record }) => nothingIf(record.languages.length === 0 && !record.interpretationServices?.trim()),
});
