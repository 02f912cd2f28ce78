import { ruleAbout } from '../quality-rule.ts';

export const unknownTerms = ruleAbout(['service'], {
  name: 'unknown-terms',
  group: 'terms',
  sentence: {
    en: 'Names a need that is not on our list',
    es: 'Nombra una necesidad que no está en nuestra lista',
  },
  mend: 'fields',
  finds: ({ record: { terms } }, { taxonomy }) =>
    terms.filter((id) => taxonomy.get(id) === undefined).join(', ') || undefined,
});
