import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noTerms = ruleAbout(['service'], {
  name: 'no-terms',
  group: 'terms',
  sentence: { en: 'Does not say which needs it is for', es: 'No dice para qué necesidades es' },
  mend: 'fields',
  finds: ({ record: { terms, sourceTerms } }) => nothingIf(terms.length === 0 && sourceTerms.length === 0),
});
