import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { organizations } from '../directory/organization-collection.ts';
import { listOf } from '../http/list-of.ts';
import { Named } from '../http/named.ts';
import { type Route, route } from '../http/route.ts';
import { model } from '../store/collection.ts';
import { escapePattern } from '../store/escape-pattern.ts';

const MOST = 20;

/** Finds organizations by a part of their name, for whoever gives roles that are held for some of them. */
export function organizationSearchRoute({ db }: Pick<Deps, 'db'>): Route {
  return route({
    method: 'get',
    path: '/organizations',
    summary: 'Find organizations by name, to give a role for them',
    action: 'organizations.search',
    query: z.object({ q: z.string().trim().min(2).max(100) }),
    returns: listOf(Named),
    handle: async ({ query }) => {
      const found = await model<{ id: string; name: string }>(db, organizations)
        .find({ name: { $regex: escapePattern(query.q), $options: 'i' }, ...NOT_MERGED }, { name: 1 })
        .sort({ name: 1 })
        .limit(MOST)
        .lean<{ _id: string; name: string }[]>();
      return { items: found.map(({ _id, name }) => ({ id: _id, name })), total: found.length };
    },
  });
}
