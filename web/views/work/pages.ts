import type { FunctionComponent } from 'preact';
import type { WorkPath } from '../work-paths.ts';

/** What a path's colons give. A page takes those of its own path. */
interface PathValues {
  id: string;
  part: string;
  step: string;
}

/** The files of the pages behind WORK_PATHS, told when one of them is opened. */
export const pages: Record<WorkPath, () => Promise<{ default: FunctionComponent<PathValues> }>> = {
  '/home/:part?': () => import('./home.tsx'),
  '/schools': () => import('./schools.tsx'),
  '/schools/:id': () => import('./school.tsx'),
  '/students/:id/disclosures': () => import('./disclosures.tsx'),
  '/audit': () => import('./audit.tsx'),
  '/retention': () => import('./retention.tsx'),
  '/referrals': () => import('./referrals.tsx'),
  '/runs/:id?': () => import('./runs.tsx'),
  '/students/:id/:part?': () => import('./student.tsx'),
  '/weights/:id?': () => import('./weights.tsx'),
  '/rules': () => import('./district-rules.tsx'),
  '/shared': () => import('./shared-records.tsx'),
  '/opportunity-plans': () => import('./plans-due.tsx'),
  '/conferences/:id': () => import('./conference.tsx'),
  '/reviews': () => import('./reviews.tsx'),
  '/plans/:id?': () => import('./plans.tsx'),
  '/gaps': () => import('./gaps.tsx'),
  '/what-if': () => import('./what-if.tsx'),
  '/co-location': () => import('./co-location.tsx'),
  '/where-next': () => import('./where-next.tsx'),
  '/report': () => import('./report.tsx'),
  '/unmet': () => import('./unmet.tsx'),
  '/surveys/:id?/:part?': () => import('./surveys.tsx'),
  '/survey': () => import('./answer-survey.tsx'),
  '/import/:id?': () => import('./import.tsx'),
  '/download': () => import('./download.tsx'),
  '/embeds': () => import('./embeds.tsx'),
  '/agreements/:id?': () => import('./agreements.tsx'),
  '/assessments/:id?': () => import('./assessments.tsx'),
  '/quality': () => import('./quality.tsx'),
  '/duplicates': () => import('./duplicates.tsx'),
  '/verify/:part?/:id?': () => import('./keeping.tsx'),
  '/partner': () => import('./keeping.tsx'),
  '/sign-in/:step?': () => import('./sign-in.tsx'),
  '/answer': () => import('./answer.tsx'),
  '/accounts/:part?': () => import('./accounts.tsx'),
};
