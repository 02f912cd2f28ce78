import { GeocoderView } from '../../core/geocoding/point-view.ts';
import { isToAsk } from '../../core/geocoding/why-no-point.ts';
import { isFinal, JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { accepted } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { createJob, listJobs } from '../jobs/job-store.ts';
import { countReasons, readPointless } from './list-points.ts';

const DIRECTORY = { about: 'directory' } as const;

/** Looking for the points of all addresses of the directory. */
export function geocodeRoutes(deps: Deps): Route[] {
  const { db, config } = deps;
  return [
    route({
      method: 'get',
      path: '/geocoder',
      summary: 'Who finds points of addresses here, and for how many nobody has looked',
      action: 'geocoding.read',
      returns: GeocoderView,
      handle: async ({ access }) => {
        await access.must(DIRECTORY);
        const places = await readPointless(deps);
        const toAsk = places.filter(({ reason }) => isToAsk(reason)).length;
        return { geocoder: config.geocoder.name, toAsk, counts: countReasons(places) };
      },
    }),
    route({
      method: 'post',
      path: '/geocode-runs',
      summary: 'Look for the points of addresses',
      action: 'geocoding.run',
      startsWork: true,
      returns: accepted(JobView),
      handle: async ({ account, access, res }) => {
        await access.must(DIRECTORY);
        if (config.geocoder.name === 'none')
          throw new AppError(
            409,
            'no-geocoder',
            'No geocoder is set up here. See GEOCODER in docs/operations.md.',
          );
        // Two at once would ask the same service twice as often as it allows.
        const [newest] = await listJobs(db, 'geocode', { limit: 1 });
        if (newest && !isFinal(newest.status))
          throw new AppError(409, 'already-running', 'Points are being looked for already.');
        const job = await createJob(db, {
          kind: 'geocode',
          params: {},
          step: 'waiting',
          ...(account && { accountId: account.id }),
        });
        await deps.queues.askSoon('geocoding', 'find', { jobId: job.id });
        return jobStarted(res, '/geocode-runs', job);
      },
    }),
    ...jobRoutes(deps, {
      kind: 'geocode',
      path: '/geocode-runs',
      name: 'search for points',
      read: 'geocoding.read',
      cancel: 'geocoding.run',
      resourceOf: () => DIRECTORY,
    }),
  ];
}
