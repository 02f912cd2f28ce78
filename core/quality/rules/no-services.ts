import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noServices = ruleAbout(['organization'], {
  name: 'no-services',
  group: 'alone',
  sentence: { en: 'An organization without a service', es: 'Una organización sin servicios' },
  mend: 'source',
  finds: ({ services }) => nothingIf(services === 0),
});
