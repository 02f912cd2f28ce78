import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { FeedHeader, FeedSettings, FeedView } from '../../core/feeds/feed.ts';
import type { Deps } from '../deps.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import type { FeedRecord } from './feed-collections.ts';
import {
  changeFeed,
  countFeeds,
  createFeed,
  deleteFeed,
  listFeeds,
  noteOnFeed,
  readFeed,
} from './feed-store.ts';
import { viewFeeds } from './feed-view.ts';
import { fetchRoutes } from './fetch-routes.ts';
import { deleteFetches } from './fetch-store.ts';
import { sealHeader } from './seal-header.ts';

const Id = z.object({ id: z.uuid() });
const NewFeed = FeedSettings.extend({ header: FeedHeader.optional() });
/** `header`: another one, null for none any more; the one that is there stays where nothing is said. */
const ChangedFeed = FeedSettings.extend({
  header: FeedHeader.nullable().optional(),
  paused: z.boolean(),
  version: z.int().min(1),
});

/** A page shows as many; nobody has more sources than that. */
const MOST_FEEDS = 100;

/** Addresses from which directories are brought again and again, and what came of it. */
export function feedRoutes(deps: Deps): Route[] {
  return [
    listRoute(deps),
    addRoute(deps),
    changeRoute(deps),
    removeRoute(deps),
    askRoute(deps),
    ...fetchRoutes(deps),
  ];
}

function listRoute({ db }: Deps): Route {
  return route({
    method: 'get',
    path: '/feeds',
    summary: 'The feeds, and how they are',
    action: 'feeds.read',
    returns: listOf(FeedView),
    handle: async () => {
      const items = await viewFeeds(db, await listFeeds(db, MOST_FEEDS));
      return { items, total: items.length };
    },
  });
}

function addRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/feeds',
    summary: 'Add a feed; it is fetched at once',
    action: 'feeds.change',
    body: NewFeed,
    returns: created(FeedView),
    handle: async ({ body: { header, ...settings }, account, res }) => {
      if ((await countFeeds(deps.db)) >= MOST_FEEDS)
        throw new AppError(409, 'too-many-feeds', `There are ${MOST_FEEDS} feeds. Remove one first.`);
      const id = randomUUID();
      const now = deps.clock().toISOString();
      const feed: FeedRecord = {
        ...settings,
        id,
        version: 1,
        paused: false,
        nextAt: now,
        asked: false,
        letBe: {},
        createdAt: now,
        ...(account && { createdBy: account.id }),
        ...(header && { header: sealHeader(deps, id, header) }),
      };
      await createFeed(deps.db, feed);
      await deps.queues.askSoon('feeds', 'fetch', { jobId: id });
      res.status(201).location(`/api/v1/feeds/${id}`);
      return viewOne(deps, feed);
    },
  });
}

function changeRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/feeds/:id',
    summary: 'Change a feed, or pause it',
    action: 'feeds.change',
    params: Id,
    body: ChangedFeed,
    returns: FeedView,
    handle: async ({ params, body: { header, version, ...settings } }) => {
      const feed = await mustRead(deps, params.id);
      const isElsewhere = new URL(settings.address).origin !== new URL(feed.address).origin;
      const isOther = settings.address !== feed.address || settings.source !== feed.source;
      const changed = await changeFeed(
        deps.db,
        { id: feed.id, version },
        {
          ...settings,
          ...(header && { header: sealHeader(deps, feed.id, header) }),
          ...(isOther && { letBe: {} }),
        },
        // A secret stays with the server that it was given for.
        [
          ...(header === null || (isElsewhere && !header) ? (['header'] as const) : []),
          ...(isOther ? FORGOTTEN : []),
        ],
      );
      if (!changed) throw changedByOther();
      return viewOne(deps, changed);
    },
  });
}

/** What was known of a file that came from another address or for another source. */
const FORGOTTEN = ['known', 'failing'] as const;

function removeRoute(deps: Deps): Route {
  return route({
    method: 'delete',
    path: '/feeds/:id',
    summary: 'Remove a feed; what it brought stays',
    action: 'feeds.change',
    params: Id,
    returns: nothing,
    handle: async ({ params }) => {
      await mustRead(deps, params.id);
      await deleteFeed(deps.db, params.id);
      await deleteFetches(deps.db, params.id);
    },
  });
}

function askRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/feeds/:id/fetch',
    summary: 'Fetch a feed now, and compare it even where it has not changed',
    action: 'feeds.change',
    params: Id,
    startsWork: true,
    returns: FeedView,
    handle: async ({ params }) => {
      const feed = await mustRead(deps, params.id);
      const asked = { asked: true, nextAt: deps.clock().toISOString() };
      await noteOnFeed(deps.db, feed.id, asked);
      await deps.queues.askSoon('feeds', 'fetch', { jobId: feed.id });
      return viewOne(deps, { ...feed, ...asked });
    },
  });
}

async function viewOne({ db }: Deps, feed: FeedRecord): Promise<FeedView> {
  const [view] = await viewFeeds(db, [feed]);
  if (!view) throw notFound();
  return view;
}

async function mustRead({ db }: Deps, id: string): Promise<FeedRecord> {
  const feed = await readFeed(db, id);
  if (!feed) throw notFound();
  return feed;
}

function changedByOther(): AppError {
  return new AppError(
    409,
    'changed-by-other',
    'Somebody else has changed this feed. Look at what it is now, then change it again.',
  );
}
