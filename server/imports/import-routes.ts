import { z } from 'zod';
import type { Role } from '../../core/accounts/role.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { readJob } from '../jobs/job-store.ts';
import { readFindings, streamFindings } from './finding-store.ts';
import { ImportParams } from './import-params.ts';
import { startImport } from './start-import.ts';
import { deleteUpload } from './upload-store.ts';

const WHO: readonly Role[] = ['administrator', 'community-leader'];
const Id = z.object({ id: z.uuid() });
const Report = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(50),
  code: z.string().max(60).optional(),
});

export function importRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/imports',
      who: WHO,
      query: ImportParams,
      rawBody: true,
      handle: async ({ query, account, req, res }) => {
        if (!mayImport(account, query.kind)) throw forbidden();
        return jobStarted(res, '/imports', await startImport(deps, query, req, account?.id));
      },
    }),
    route({
      method: 'get',
      path: '/imports/:id/report',
      who: WHO,
      params: Id,
      query: Report,
      handle: async ({ params, query, account, req, res }) => {
        const job = await readJob(deps.db, params.id);
        if (job?.kind !== 'import' || !maySeeImport(account, job)) throw notFound();
        if (req.accepts(['json', 'csv']) !== 'csv') return readFindings(deps.db, job.id, query);
        res.type('text/csv').attachment(`import-${job.number}-report.csv`);
        await streamFindings(deps.db, job.id, res);
        return undefined;
      },
    }),
    ...jobRoutes(deps, {
      kind: 'import',
      path: '/imports',
      readers: WHO,
      cancellers: WHO,
      maySee: maySeeImport,
      onCancel: (job) => deleteUpload(deps.db, job.id),
    }),
  ];
}

function maySeeImport(account: Account | null, job: JobRecord): boolean {
  const params = ImportParams.safeParse(job.params);
  return params.success && mayImport(account, params.data.kind);
}

/** Schools and students are the administrator's; the directory is the community leader's as well. */
function mayImport(account: Account | null, kind: ImportParams['kind']): boolean {
  if (account?.active !== true) return false;
  return account.grants.some(
    ({ role }) => role === 'administrator' || (role === 'community-leader' && kind === 'hsds'),
  );
}
