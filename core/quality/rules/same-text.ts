import { ruleAbout } from '../quality-rule.ts';
import { textKey } from '../text-key.ts';

/** A text that stands with many services tells nothing of one. */
export const sameText = ruleAbout(['service'], {
  name: 'same-text',
  group: 'odd',
  sentence: {
    en: 'Has the same description as many others',
    es: 'Tiene la misma descripción que muchos otros',
  },
  mend: 'fields',
  finds: ({ record: { description } }, { repeated, rules }) =>
    description.length >= rules.sameTextSigns && repeated.has(textKey(description)) ? description : undefined,
});
