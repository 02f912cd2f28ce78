import { z } from 'zod';
import { compact } from '../../core/imports/compact.ts';
import { JobStatus, JobView } from '../../core/jobs/job.ts';
import type { Action } from '../../core/policy/actions.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import { readSession } from '../accounts/session-store.ts';
import type { Deps } from '../deps.ts';
import { events } from '../http/answer.ts';
import { forbidden, NotOpen, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
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
  /** What one of them is called: "gap run". */
  name: string;
  read: Action;
  cancel: Action;
  /** What the policy is asked about a job. */
  resourceOf(job: JobRecord): Resource;
  /** Parts of a job that may be open where the whole is not: who sees one of them sees the job without its result. */
  partsOf?(job: JobRecord): Resource[];
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
    const view = viewOf(spec, await readOwnKind(id), access.may);
    if (!view) throw new NotOpen();
    return view;
  };
  return [
    route({
      method: 'get',
      path: spec.path,
      summary: `The newest ${spec.name}s`,
      action: spec.read,
      query: List,
      returns: listOf(JobView),
      handle: async ({ query, access }) => {
        const mayRead = access.opens((resource: Resource) => resource);
        const view = (job: JobRecord) => viewOf(spec, job, mayRead);
        const wanted = (job: JobRecord) => view(job) !== undefined;
        const jobs = await listJobs(deps.db, spec.kind, { ...compact(query), wanted });
        const items = jobs.flatMap((job) => view(job) ?? []);
        return { items, total: items.length };
      },
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id`,
      summary: `How far one ${spec.name} is, and what came of it`,
      action: spec.read,
      params: Id,
      returns: JobView,
      handle: ({ params, access }) => readVisible(access, params.id),
    }),
    route({
      method: 'get',
      path: `${spec.path}/:id/events`,
      summary: `One ${spec.name} as it goes on, as live events`,
      action: spec.read,
      params: Id,
      returns: events(JobView),
      handle: async ({ params, access, account, req, res }) => {
        await readVisible(access, params.id);
        await streamJob(deps, params.id, {
          req,
          res,
          view: stillSeen(deps, spec, account, req.sessionID),
        });
      },
    }),
    route({
      method: 'post',
      path: `${spec.path}/:id/cancel`,
      summary: `Cancel one ${spec.name}`,
      action: spec.cancel,
      params: Id,
      returns: JobView,
      handle: async ({ params, access, account }) => {
        const job = await readOwnKind(params.id);
        if (!viewOf(spec, job, (resource) => decide(account, spec.read, resource).allowed)) throw notFound();
        if (!access.may(spec.resourceOf(job))) throw forbidden();
        const cancelled = await announced(deps, cancelJob(deps.db, job.id));
        if (cancelled) await spec.onCancel?.(cancelled);
        return jobView(cancelled ?? (await readOwnKind(params.id)));
      },
    }),
  ];
}

/** A job as far as it is open; undefined where nothing of it is. */
function viewOf(
  { resourceOf, partsOf }: JobRoutesSpec,
  job: JobRecord,
  mayRead: (resource: Resource) => boolean,
): JobView | undefined {
  const view = jobView(job);
  if (mayRead(resourceOf(job))) return view;
  if (!partsOf?.(job).some(mayRead)) return undefined;
  const { result: _, ...open } = view;
  return open;
}

/** Asked before each event: who was switched off, lost the role or was signed out hears nothing more. */
function stillSeen(deps: Deps, spec: JobRoutesSpec, account: Account | null, sessionId: string) {
  return async (job: JobRecord): Promise<JobView | undefined> => {
    const now = account && (await readSession(deps, sessionId));
    if (now?.id !== account?.id) return undefined;
    return viewOf(spec, job, (resource) => decide(now, spec.read, resource).allowed);
  };
}
