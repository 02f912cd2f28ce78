import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { readLedger } from './read-ledger.ts';
import { UnmetLedger } from './unmet-answers.ts';

/** The ledger of what was asked for and not found. */
export function unmetRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/unmet',
      summary: 'What was asked for and not found',
      action: 'unmet.read',
      query: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
      returns: UnmetLedger,
      handle: ({ query }) => readLedger(deps, query.year),
    }),
  ];
}
