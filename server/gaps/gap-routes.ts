import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { isOfTerm } from '../../core/demand/demand-question.ts';
import { demandAsked, measureAsked } from '../../core/gaps/demand-asked.ts';
import { GAP_UNITS, GapParams as GapParamsShape, GapResult } from '../../core/gaps/gap.ts';
import { JobView } from '../../core/jobs/job.ts';
import { streamShownAreas } from '../demand/area-set-store.ts';
import type { Deps } from '../deps.ts';
import { accepted, file } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { listSchools } from '../schools/school-store.ts';
import { gapCsv } from './gap-csv.ts';
import { gapAreasGeojson, gapGeojson } from './gap-geojson.ts';
import { readGapResult } from './gap-store.ts';
import { nameNearest } from './name-nearest.ts';
import { discardRanges } from './ranges/range-store.ts';
import { refuseUnknownTerms } from './refuse-unknown-terms.ts';
import { startGapRun } from './start-gap-run.ts';

const Id = z.object({ id: z.uuid() });
/** One term where students with a need are counted: of two unions of terms the difference could be a handful. */
const AskedGaps = GapParamsShape.extend({ minutes: z.int().min(5).max(240).multipleOf(5) })
  .refine((asked) => !isOfTerm(demandAsked(asked).of) || asked.terms.length === 1, {
    path: ['terms'],
    message: 'one at a time where students with a need are counted',
  })
  .refine((asked) => asked.demandOf === undefined || measureAsked(asked) !== undefined, {
    path: ['demandOf'],
    message: 'only with a measure of access; `demand` says whom a share is of',
  })
  .refine((asked) => (measureAsked(asked)?.limit ?? asked.minutes) === asked.minutes, {
    path: ['measure', 'limit'],
    message: 'the same as `minutes`',
  })
  .transform((asked) => ({ ...asked, demand: demandAsked(asked).of === 'need' ? 'need' : 'all' }) as const);
const By = z.object({ by: z.enum(GAP_UNITS).default('school') });

export function gapRoutes(deps: Deps): Route[] {
  const read = async (id: string): Promise<GapResult> => {
    const result = await readGapResult(deps.db, id);
    if (!result) throw notFound();
    return result;
  };
  return [
    route({
      method: 'post',
      path: '/gap-runs',
      summary: 'Measure who can reach what',
      action: 'gaps.run',
      startsWork: true,
      body: AskedGaps,
      returns: accepted(JobView),
      handle: async ({ body, account, res }) => {
        refuseUnknownTerms(deps, body.terms);
        return jobStarted(res, '/gap-runs', await startGapRun(deps, body, account?.id));
      },
    }),
    route({
      method: 'get',
      path: '/gap-runs/:id.geojson',
      summary: 'The figures of a gap run, as GeoJSON',
      action: 'gaps.read',
      params: Id,
      query: By,
      returns: file('application/geo+json'),
      handle: async ({ params, query: { by }, res }) => {
        const [result, schools] = await Promise.all([read(params.id), listSchools(deps.db)]);
        res.type('application/geo+json').attachment(`gaps-by-${by}.geojson`);
        // An area at a time, so that a state's fit.
        if (by === 'area')
          await pipeline(Readable.from(gapAreasGeojson(result, streamShownAreas(deps.db))), res);
        else res.send(JSON.stringify(gapGeojson(result, by, schools)));
      },
    }),
    route({
      method: 'get',
      path: '/gap-runs/:id.csv',
      summary: 'The figures of a gap run, as a table',
      action: 'gaps.read',
      params: Id,
      query: By,
      returns: file('text/csv'),
      handle: async ({ params, query, res }) => {
        const result = await read(params.id);
        const nearest = await nameNearest(deps.db, result);
        res.type('text/csv').attachment(`gaps-by-${query.by}.csv`);
        res.send(gapCsv({ ...result, nearest }, query.by));
      },
    }),
    route({
      method: 'get',
      path: '/gap-runs/:id/result',
      summary: 'The figures of a gap run',
      action: 'gaps.read',
      params: Id,
      returns: GapResult,
      handle: async ({ params }): Promise<GapResult> => {
        const result = await read(params.id);
        return { ...result, nearest: await nameNearest(deps.db, result) };
      },
    }),
    ...jobRoutes(deps, {
      kind: 'gaps',
      path: '/gap-runs',
      name: 'gap run',
      read: 'gaps.read',
      cancel: 'gaps.cancel',
      resourceOf: ({ accountId }) => ({ accountId }),
      onCancel: ({ id }) => discardRanges(deps.db, id),
    }),
  ];
}
