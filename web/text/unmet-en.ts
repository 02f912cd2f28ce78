/** What the ledger of unmet needs says in English. */
export const unmetEn = {
  title: 'Asked for and not found',
  lead: 'What people looked for, asked for or needed, and did not get: the reason for the next service.',
  year: 'School year',
  source: 'Where it showed',
  'source.all': 'Everywhere',
  'source.search': 'Searches that found nothing',
  'source.referral': 'Referrals that led nowhere',
  'source.match': 'Needs without a match',
  'source.survey': 'Wishes from surveys that nobody offers',
  term: 'What',
  where: 'Where',
  'where.all': 'All schools',
  'where.several': 'Several places together',
  'where.unsaid': 'No school said',
  when: 'When',
  times: 'How many',
  next: 'Go on',
  gaps: 'Gaps',
  whereNext: 'Where next?',
  download: 'Download (CSV)',
  print: 'Print',
  printed: 'School year {year}. Printed on {date}.',
  more: { one: 'Show {n} more', other: 'Show {n} more' },
  none: 'Nothing to show here yet',
  noneHelp:
    'Searches and referrals appear after the month has ended, once ten have come together. Needs without a match appear after matching.',
  counted:
    'Students counted on {date}. Numbers under {n} are not shown: what is small waits until it is enough. Searches and referrals count how often, not how many people. No two lines of one kind count the same.',
} as const;

export type UnmetTexts = typeof unmetEn;
