/**
 * The addresses of the pages for people who work with Trellis: the first that fits is shown. A new page is one line
 * here and one in work/pages.ts.
 */
export const WORK_PATHS = [
  '/home/:part?',
  '/schools',
  '/schools/:id',
  '/students/:id/disclosures',
  '/audit',
  '/retention',
  '/referrals',
  '/runs/:id?',
  '/students/:id/:part?',
  '/weights/:id?',
  '/rules',
  '/shared',
  '/opportunity-plans',
  '/reviews',
  '/conferences/:id',
  '/plans/:id?',
  '/gaps',
  '/what-if',
  '/co-location',
  '/where-next',
  '/report',
  '/unmet',
  '/surveys/:id?/:part?',
  '/survey',
  '/import/:id?',
  '/download',
  '/embeds',
  '/agreements/:id?',
  '/assessments/:id?',
  '/duplicates',
  '/quality',
  '/verify/:part?/:id?',
  '/partner',
  '/sign-in/:step?',
  '/answer',
  '/accounts/:part?',
] as const;

export type WorkPath = (typeof WORK_PATHS)[number];
