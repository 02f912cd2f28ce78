import { z } from 'zod';
import { JobStatus, type JobView } from '../../core/jobs/job.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { forbidden, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import type { JobRecord } from './job-collection.ts';
import { announced } from './job-events.ts';
import { cancelJob, jobView, listJobs, readJob } from './job-store.ts';
import { streamJob } from './stream-job.ts';

const Id = z.object({ id: z.uuid() });
const List = z.object({
  status: JobStatus.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export interface JobRoutesSpec {
  kind: JobView['kind'];
  path: string;
  /** Who may read, and who may cancel. */
  readers: Access;
  cancellers: Access;
  /** Whether this account may see this job. */
  maySee(account: Account | null, job: JobRecord): boolean;
  /** Whether this account may cancel a job that it sees; without this everyone who sees it may. */
  mayCancel?(account: Account | null, job: JobRecord): boolean;
  /** What a cancelled job leaves behind is cleared here. */
  onCancel?(job: JobRecord): Promise<void>;
}

/** The routes that every kind of long work has: list, one, its events, cancel. */
export function jobRoutes(deps: Deps, spec: JobRoutesSpec): Route[] {
  const readVisible = async (account: Account | null, id: string) => {
    const job = await readJob(deps.db, id);
    if (!job || job.kind !== spec.kind || !spec.maySee(account, job)) throw notFound();
    return job;
  };
  return [
    route({
      method: 'get',
      path: spec.path,
      who: spec.readers,
      query: List,
      handle: async ({ query, account }) => {
        const wanted = (job: JobRecord) => spec.maySee(account, job);
        const items = (await listJobs(deps.db, spec.kind, { ...compact(query), wanted })).map(jobView);
        return { items, total: items.length };
      },
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id`,
      who: spec.readers,
      params: Id,
      handle: async ({ params, account }) => jobView(await readVisible(account, params.id)),
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id/events`,
      who: spec.readers,
      params: Id,
      handle: async ({ params, account, req, res }) => {
        await readVisible(account, params.id);
        await streamJob(deps, params.id, req, res);
      },
    }),
    route({
      method: 'post',
      path: `${spec.path}/:id/cancel`,
      who: spec.cancellers,
      params: Id,
      handle: async ({ params, account }) => {
        const job = await readVisible(account, params.id);
        if (spec.mayCancel && !spec.mayCancel(account, job)) throw forbidden();
        const cancelled = await announced(deps, cancelJob(deps.db, job.id));
        if (cancelled) await spec.onCancel?.(cancelled);
        return jobView(cancelled ?? (await readVisible(account, params.id)));
      },
    }),
  ];
}

/** Leaves out what was not asked, so that an absent filter is absent and not undefined. */
function compact<T extends object>(value: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as never;
}
