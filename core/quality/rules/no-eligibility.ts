import { nothingIf, ruleAbout } from '../quality-rule.ts';

export const noEligibility = ruleAbout(['service'], {
  name: 'no-eligibility',
  group: 'missing',
  sentence: { en: 'Does not say who can come', es: 'No dice quién puede ir' },
  mend: 'fields',
  finds: ({ record: { eligibility } }) => {
    const { unknown: _, ...told } = eligibility;
    return nothingIf(Object.values(told).every(isSilent));
  },
});

function isSilent(part: unknown): boolean {
  return part === undefined || part === '' || (Array.isArray(part) && part.length === 0);
}
