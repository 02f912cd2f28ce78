import { ruleAbout } from '../quality-rule.ts';

/** The source has words for it and nobody has said what they are in ours: no search by need finds it. */
export const unmappedTerms = ruleAbout(['service'], {
  name: 'unmapped-terms',
  group: 'terms',
  sentence: {
    en: 'Its source’s categories are none of ours yet',
    es: 'Las categorías de su fuente aún no son de las nuestras',
  },
  mend: 'fields',
  finds: ({ record: { terms, sourceTerms } }) =>
    terms.length === 0 && sourceTerms.length > 0 ? sourceTerms.map(({ name }) => name).join(', ') : undefined,
});
