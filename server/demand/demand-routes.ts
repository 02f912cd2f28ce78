import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DemandQuestion } from '../../core/demand/demand-question.ts';
import type { Deps } from '../deps.ts';
import { refuseUnknownTerms } from '../gaps/refuse-unknown-terms.ts';
import { file } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { areaGeojson } from './area-geojson.ts';
import { readAreaSet, streamAreas } from './area-set-store.ts';
import { Demand } from './demand-answers.ts';
import { loadDemand } from './load-demand.ts';

export function demandRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/demand',
      summary: 'Who needs something where, in figures that may be told',
      action: 'gaps.read',
      query: DemandQuestion,
      returns: Demand,
      handle: async ({ query }) => {
        if (query.term !== undefined) refuseUnknownTerms(deps, [query.term]);
        return { question: query, ...(await loadDemand(deps.db, deps.rules, query, deps.clock())) };
      },
    }),
    areasRoute(deps),
  ];
}

/** Sent an area at a time, so that a state's fit; its mark is the import, so that it is sent to a browser once. */
function areasRoute({ db }: Deps): Route {
  return route({
    method: 'get',
    path: '/demand-areas',
    summary: 'The imported census areas, as GeoJSON',
    action: 'gaps.read',
    returns: file('application/geo+json'),
    handle: async ({ req, res }) => {
      const shown = await readAreaSet(db);
      res.set({ ETag: `"${shown?.set ?? 'none'}"`, 'Cache-Control': 'private, no-cache' });
      if (req.fresh) return void res.status(304).end();
      res.type('application/geo+json');
      const areas = shown ? streamAreas(db, shown.set, { outlines: true }) : nothing();
      await pipeline(Readable.from(whole(shown?.set, areaGeojson(shown, areas))), res);
    },
  });

  /** The last part is held back until it is sure that no other areas took their place: then the answer breaks off. */
  async function* whole(set: string | undefined, parts: AsyncIterable<string>): AsyncGenerator<string> {
    let held = '';
    for await (const part of parts) {
      yield held;
      held = part;
    }
    if ((await readAreaSet(db))?.set !== set) throw new Error('Other areas are shown now.');
    yield held;
  }
}

async function* nothing(): AsyncGenerator<never> {}
