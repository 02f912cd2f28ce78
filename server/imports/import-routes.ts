import { z } from 'zod';
import { JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { accepted, orFile } from '../http/answer.ts';
import { forbidden, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { readJob } from '../jobs/job-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import { readFindings, streamFindings } from './finding-store.ts';
import { ImportParams } from './import-params.ts';
import { importResource } from './import-resource.ts';
import { FindingPage } from './imports-answers.ts';
import { startImport } from './start-import.ts';
import { deleteUpload } from './upload-store.ts';

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
      summary: 'Import a file',
      action: 'imports.run',
      startsWork: true,
      query: ImportParams,
      rawBody: true,
      returns: accepted(JobView),
      handle: async ({ query, account, access, req, res }) => {
        const districtId = (await readDistrict(deps.db))?.id;
        if (!access.may(importResource({ params: query, districtId }))) throw forbidden();
        const by = { accountId: account?.id, districtId };
        return jobStarted(res, '/imports', await startImport(deps, query, req, by));
      },
    }),
    route({
      method: 'get',
      path: '/imports/:id/report',
      summary: 'What an import found wrong, row by row',
      action: 'imports.read',
      params: Id,
      query: Report,
      returns: orFile(FindingPage, 'text/csv'),
      handle: async ({ params, query, access, req, res }) => {
        const job = await readJob(deps.db, params.id);
        if (job?.kind !== 'import') throw notFound();
        await access.must(importResource(job));
        if (req.accepts(['json', 'csv']) !== 'csv') return readFindings(deps.db, job.id, query);
        res.type('text/csv').attachment(`import-${job.number}-report.csv`);
        await streamFindings(deps.db, job.id, res);
        return undefined;
      },
    }),
    ...jobRoutes(deps, {
      kind: 'import',
      path: '/imports',
      name: 'import',
      read: 'imports.read',
      cancel: 'imports.run',
      resourceOf: importResource,
      onCancel: (job) => deleteUpload(deps.db, job.id),
    }),
  ];
}
