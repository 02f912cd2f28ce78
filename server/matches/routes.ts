import type { Role } from '../../core/accounts/role.ts';
import type { Account } from '../accounts/account.ts';
import { mayRunMatches } from '../accounts/policy.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { MatchScope } from './match-scope.ts';
import { discardMatches } from './match-store.ts';
import { scopeSchools } from './scope-schools.ts';
import { startMatchRun } from './start-match-run.ts';

const WHO: readonly Role[] = ['administrator', 'district-leader', 'coordinator'];

export function matchRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/match-runs',
      who: WHO,
      body: MatchScope,
      handle: async ({ body, account, res }) => {
        const asked = await scopeSchools(deps.db, body);
        if (!asked || !mayRunMatches(account, asked)) throw notFound();
        const job = await startMatchRun(deps, body, { ...asked, accountId: account?.id });
        return jobStarted(res, '/match-runs', job);
      },
    }),
    ...jobRoutes(deps, {
      kind: 'match',
      path: '/match-runs',
      readers: WHO,
      cancellers: WHO,
      maySee: maySeeRun,
      onCancel: (job) => discardMatches(deps.db, job.id),
    }),
  ];
}

/** A coordinator sees the runs of own schools; who leads sees all. */
function maySeeRun(account: Account | null, job: JobRecord): boolean {
  const params = MatchScope.safeParse(job.params);
  if (!params.success) return false;
  const { scope } = params.data;
  return mayRunMatches(account, { scope, districtId: job.districtId ?? '', schoolIds: job.schoolIds ?? [] });
}
