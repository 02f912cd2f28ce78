import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noAccessibility = ruleAbout(['location'], {
  name: 'no-accessibility',
  group: 'missing',
  sentence: {
    en: 'Does not say if a wheelchair gets in',
    es: 'No dice si se puede entrar en silla de ruedas',
  },
  mend: 'fields',
  finds: ({ record: { locationType, accessibility } }) =>
    nothingIf(locationType === 'physical' && accessibility.length === 0),
});
