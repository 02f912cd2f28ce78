import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noAddress = ruleAbout(['location'], {
  name: 'no-address',
  group: 'missing',
  sentence: { en: 'Has no street address', es: 'No tiene dirección' },
  mend: 'fields',
  finds: ({ record: { locationType, addresses } }) =>
    nothingIf(locationType === 'physical' && !addresses.some(({ address1 }) => address1?.trim())),
});
