/** What rules of services and circumstances of students are told with in English. */
export const eligibilityEn = {
  'rule.income': 'For families with an income of up to {percent}% of the federal poverty level.',
  'rule.incomeOrPrograms':
    'For families with an income of up to {percent}% of the federal poverty level, or in one of these programs: {programs}.',
  'rule.programs': 'For people in one of these programs: {programs}.',
  'rule.genders': 'For {genders} only.',
  'rule.attribute': 'It matters: {attribute}. It takes: {values}.',
  'for.female': 'girls and women',
  'for.male': 'boys and men',
  'for.nonbinary': 'nonbinary people',
  'gender.female': 'Female',
  'gender.male': 'Male',
  'gender.nonbinary': 'Nonbinary',
  'income.upTo': 'up to {to}% of the poverty level',
  'income.between': '{from}% to {to}% of the poverty level',
  'income.over': 'over {from}% of the poverty level',
  'known.title': 'What services may ask',
  'known.lead':
    'Only if you know it. It is kept sealed. The coordinator, the administrator and the family see it; teachers and partners do not.',
  'known.gender': 'Gender',
  'known.income': 'Family income',
  'known.programs': 'Programs',
  'known.unknown': 'Not known',
  'known.yes': 'Yes',
  'known.no': 'No',
  'known.isNot': 'not in: {programs}',
  'known.incomeIs': 'income {band}',
} as const;
export type EligibilityTexts = typeof eligibilityEn;
