import { z } from 'zod';
import { JobView } from '../../core/jobs/job.ts';
import { SitingAsk } from '../../core/where-next/siting-ask.ts';
import { SitingOutcome } from '../../core/where-next/siting-outcome.ts';
import type { Deps } from '../deps.ts';
import { refuseUnknownTerms } from '../gaps/refuse-unknown-terms.ts';
import { accepted } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { readSiting } from './siting-store.ts';
import { loadSitingWorld } from './siting-world.ts';
import { startSitingRun } from './start-siting-run.ts';

const Id = z.object({ id: z.uuid() });

/** "Where next?": where something new brings most. Read and asked as gaps are. */
export function sitingRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/siting-runs',
      summary: 'Look for where a new service should go',
      action: 'siting.run',
      startsWork: true,
      body: SitingAsk,
      returns: accepted(JobView),
      handle: async ({ body, account, res }) => {
        refuseUnknownTerms(deps, body.terms);
        // What cannot be answered is refused here, before anything waits for it.
        await loadSitingWorld(deps.db, deps.rules, body, deps.clock());
        return jobStarted(res, '/siting-runs', await startSitingRun(deps, body, account?.id));
      },
    }),
    route({
      method: 'get',
      path: '/siting-runs/:id/result',
      summary: 'The sites that were found, and what each adds',
      action: 'siting.read',
      params: Id,
      returns: SitingOutcome,
      handle: async ({ params }) => {
        const outcome = await readSiting(deps.db, params.id);
        if (!outcome) throw notFound();
        return outcome;
      },
    }),
    ...jobRoutes(deps, {
      kind: 'siting',
      path: '/siting-runs',
      name: 'siting run',
      read: 'siting.read',
      cancel: 'siting.cancel',
      resourceOf: ({ accountId }) => ({ accountId }),
    }),
  ];
}
