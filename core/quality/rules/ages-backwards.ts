import { ruleAbout } from '../quality-rule.ts';

export const agesBackwards = ruleAbout(['service'], {
  name: 'ages-backwards',
  group: 'odd',
  sentence: {
    en: 'Its lowest age or grade is above the highest',
    es: 'Su edad o grado mínimo es mayor que el máximo',
  },
  mend: 'fields',
  finds: ({ record: { eligibility } }) => {
    const { minimumAge, maximumAge, minimumGrade, maximumGrade } = eligibility;
    return backwards(minimumAge, maximumAge) ?? backwards(minimumGrade, maximumGrade);
  },
});

function backwards(low: number | undefined, high: number | undefined): string | undefined {
  return low !== undefined && high !== undefined && low > high ? `${low} – ${high}` : undefined;
}
