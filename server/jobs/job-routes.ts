import { z } from 'zod';
import { compact } from '../../core/imports/compact.ts';
import { JobStatus, type JobView } from '../../core/jobs/job.ts';
import type { Action } from '../../core/policy/actions.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import { readSession } from '../accounts/session-store.ts';
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
  read: Action;
  cancel: Action;
  /** What the policy is asked about a job. */
  resourceOf(job: JobRecord): Resource;
  /** What a cancelled job leaves behind is cleared here. */
  onCancel?(job: JobRecord): Promise<void>;
}

/** The routes that every kind of long work has: list, one, its events, cancel. */
export function jobRoutes(deps: Deps, spec: JobRoutesSpec): Route[] {
  const readOwnKind = async (id: string) => {
    const job = await readJob(deps.db, id);
    if (job?.kind !== spec.kind) throw notFound();
    return job;
  };
  const readVisible = async (access: Access, id: string) => {
    const job = await readOwnKind(id);
    await access.must(spec.resourceOf(job));
    return job;
  };
  return [
    route({
      method: 'get',
      path: spec.path,
      action: spec.read,
      query: List,
      handle: async ({ query, access }) => {
        const wanted = access.opens(spec.resourceOf);
        const items = (await listJobs(deps.db, spec.kind, { ...compact(query), wanted })).map(jobView);
        return { items, total: items.length };
      },
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id`,
      action: spec.read,
      params: Id,
      handle: async ({ params, access }) => jobView(await readVisible(access, params.id)),
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id/events`,
      action: spec.read,
      params: Id,
      handle: async ({ params, access, account, req, res }) => {
        await readVisible(access, params.id);
        await streamJob(deps, params.id, {
          req,
          res,
          mayStillSee: mayStillSee(deps, spec, account, req.sessionID),
        });
      },
    }),
    route({
      method: 'post',
      path: `${spec.path}/:id/cancel`,
      action: spec.cancel,
      params: Id,
      handle: async ({ params, access, account }) => {
        const job = await readOwnKind(params.id);
        if (!decide(account, spec.read, spec.resourceOf(job)).allowed) throw notFound();
        if (!access.may(spec.resourceOf(job))) throw forbidden();
        const cancelled = await announced(deps, cancelJob(deps.db, job.id));
        if (cancelled) await spec.onCancel?.(cancelled);
        return jobView(cancelled ?? (await readOwnKind(params.id)));
      },
    }),
  ];
}

/** Asked before each event: who was switched off, lost the role or was signed out hears nothing more. */
function mayStillSee(deps: Deps, spec: JobRoutesSpec, account: Account | null, sessionId: string) {
  return async (job: JobRecord): Promise<boolean> => {
    const now = account && (await readSession(deps, sessionId));
    if (now?.id !== account?.id) return false;
    return decide(now, spec.read, spec.resourceOf(job)).allowed;
  };
}
