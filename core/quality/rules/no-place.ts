import { nothingIf, ruleAbout } from '../quality-rule.ts';

/** Find shows services at places: without one it is in no list and on no map. */
export const noPlace = ruleAbout(['service'], {
  name: 'no-place',
  group: 'alone',
  sentence: { en: 'A service without a place', es: 'Un servicio sin lugar' },
  mend: 'source',
  finds: ({ links }) => nothingIf(links.length === 0),
});
