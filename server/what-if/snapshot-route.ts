import { z } from 'zod';
import { DEMANDS, type DemandQuestion, isOfTerm } from '../../core/demand/demand-question.ts';
import { TravelMode } from '../../core/travel/travel.ts';
import { WhatIfQuestion } from '../../core/what-if/scenario.ts';
import { Snapshot } from '../../core/what-if/snapshot.ts';
import type { Deps } from '../deps.ts';
import { refuseUnknownTerms } from '../gaps/refuse-unknown-terms.ts';
import { type Route, route } from '../http/route.ts';
import { makeSnapshot } from './make-snapshot.ts';

/** The question as it stands in the address of the gaps screen. */
const Query = z
  .object({
    terms: z.string().max(5_000),
    minutes: z.coerce.number().default(30),
    mode: TravelMode.default('car'),
    demand: z.enum(DEMANDS).default('students'),
    /** Whose need is counted, where several terms are asked for; else the one that is. */
    need: z.string().optional(),
  })
  .transform(({ terms: list, demand, need, ...rest }) => {
    const terms = [...new Set(list.split(','))].filter(Boolean);
    const term = need ?? (terms.length === 1 ? terms[0] : undefined);
    const asked: DemandQuestion = isOfTerm(demand) ? { of: demand, term } : { of: demand };
    return { ...rest, terms, demand: asked };
  })
  .pipe(WhatIfQuestion);

/** What the browser needs to try changes by itself. Public, as gaps are; the same until something has changed. */
export function snapshotRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/what-if-snapshots',
    summary: 'All that *What if* reckons with in the browser',
    action: 'gaps.read',
    query: Query,
    returns: Snapshot,
    handle: ({ query, res }) => {
      const { terms, demand } = query;
      refuseUnknownTerms(deps, demand.term === undefined ? terms : [...terms, demand.term]);
      // It is the same for everybody, so a copy may be kept, and is asked for anew by its mark.
      res.setHeader('Cache-Control', 'private, no-cache');
      return makeSnapshot(deps.db, deps.rules, query, deps.clock());
    },
  });
}
