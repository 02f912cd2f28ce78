import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const unusedPlace = ruleAbout(['location'], {
  name: 'unused-place',
  group: 'alone',
  sentence: { en: 'A place without a service', es: 'Un lugar sin servicios' },
  mend: 'source',
  finds: ({ record: { locationType }, services }) => nothingIf(locationType === 'physical' && services === 0),
});
