import { z } from 'zod';
import { FeedFetchView, ReviewedFetch } from '../../core/feeds/feed.ts';
import { ImportPreview } from '../../core/imports/import-preview.ts';
import { JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { accepted } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { readJob } from '../jobs/job-store.ts';
import type { FeedRecord, FetchRecord } from './feed-collections.ts';
import { noteOnFeed, readFeed } from './feed-store.ts';
import { viewFetch } from './feed-view.ts';
import { dropFile, fetchesOf, readFetch, turnFetch } from './fetch-store.ts';
import { lacksSome, missingIn } from './settle-fetch.ts';
import { storeFetch } from './store-fetch.ts';

const Id = z.object({ id: z.uuid() });
const Ids = z.object({ id: z.uuid(), fetchId: z.uuid() });

/** As many as anybody looks back. */
const MOST_SHOWN = 50;

/** The files that a feed brought, and what people decide about them. */
export function fetchRoutes(deps: Deps): Route[] {
  return [historyRoute(deps), reviewRoute(deps), takeRoute(deps), skipRoute(deps)];
}

function historyRoute({ db }: Deps): Route {
  return route({
    method: 'get',
    path: '/feeds/:id/fetches',
    summary: 'What a feed brought, the newest first',
    action: 'feeds.read',
    params: Id,
    returns: listOf(FeedFetchView),
    handle: async ({ params }) => {
      if (!(await readFeed(db, params.id))) throw notFound();
      const items = (await fetchesOf(db, params.id, MOST_SHOWN)).map(viewFetch);
      return { items, total: items.length };
    },
  });
}

function reviewRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/feeds/:id/fetches/:fetchId',
    summary: 'What is different in a file that a feed brought',
    action: 'feeds.read',
    params: Ids,
    returns: ReviewedFetch,
    handle: async ({ params }) => {
      const { fetch } = await mustRead(deps, params);
      const job = await readJob(deps.db, fetch.comparisonId);
      const preview = ImportPreview.safeParse(job?.result?.preview);
      return { ...viewFetch(fetch), samples: preview.success ? preview.data.samples : [] };
    },
  });
}

function takeRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/feeds/:id/fetches/:fetchId/take',
    summary: 'Import a file that a feed brought, and leave or mark what is missing in it',
    action: 'feeds.change',
    params: Ids,
    body: z.strictObject({ missing: z.enum(['keep', 'mark']) }),
    startsWork: true,
    returns: accepted(JobView),
    handle: async ({ params, body: { missing }, account, res }) => {
      const { feed, fetch } = await mustRead(deps, params);
      const { tables } = fetch;
      if (!fetch.hasFile || !tables) throw goneFile();
      const job = await storeFetch(deps, feed, fetch, { accountId: account?.id, missing });
      if (!job) throw goneFile();
      const decided = { decidedAt: deps.clock().toISOString(), ...(account && { decidedBy: account.id }) };
      await turnFetch(deps.db, fetch.id, TAKEN_FROM, { outcome: 'applied', importId: job.id, ...decided });
      await noteOnFeed(deps.db, feed.id, { letBe: missing === 'mark' ? {} : missingIn(tables) });
      if (missing === 'mark' || !lacksSome(tables)) await dropFile(deps.db, fetch.id);
      return jobStarted(res, '/imports', job);
    },
  });
}

const TAKEN_FROM = ['waiting', 'skipped', 'applied', 'nothing-new'] as const;

function skipRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/feeds/:id/fetches/:fetchId/skip',
    summary: 'Leave the directory as it is, until the feed brings something else',
    action: 'feeds.change',
    params: Ids,
    returns: FeedFetchView,
    handle: async ({ params, account }) => {
      const { feed, fetch } = await mustRead(deps, params);
      const decided = { decidedAt: deps.clock().toISOString(), ...(account && { decidedBy: account.id }) };
      if (!(await turnFetch(deps.db, fetch.id, ['waiting'], { outcome: 'skipped', ...decided })))
        throw goneFile();
      await noteOnFeed(deps.db, feed.id, { letBe: missingIn(fetch.tables ?? {}) });
      return viewFetch({ ...fetch, outcome: 'skipped' });
    },
  });
}

async function mustRead(
  { db }: Deps,
  { id, fetchId }: z.infer<typeof Ids>,
): Promise<{ feed: FeedRecord; fetch: FetchRecord }> {
  const [feed, fetch] = await Promise.all([readFeed(db, id), readFetch(db, fetchId)]);
  if (!feed || fetch?.feedId !== feed.id) throw notFound();
  return { feed, fetch };
}

function goneFile(): AppError {
  return new AppError(
    409,
    'file-replaced',
    'This file waits no longer: a newer one has come, or somebody has decided already. Look at the feed again.',
  );
}
