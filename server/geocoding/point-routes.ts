import { z } from 'zod';
import { GeocodingView, PointList, PointReason } from '../../core/geocoding/point-view.ts';
import { openRecord } from '../corrections/open-records.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import type { GeocodingRecord } from './geocoding-collections.ts';
import { readGeocodings, setState } from './geocoding-store.ts';
import { listPoints } from './list-points.ts';

const Id = z.object({ id: z.string().max(100) });
const Listed = z.object({
  reason: PointReason.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const Left = z.strictObject({ left: z.boolean() });

const NOTHING: GeocodingView = { state: 'none', candidates: [], several: false };

/** Places without a point, and what was found for them. The point itself is a field that is corrected. */
export function pointRoutes(deps: Deps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'get',
      path: '/points',
      summary: 'Public places without a point on the map, and why',
      action: 'corrections.read',
      query: Listed,
      returns: PointList,
      handle: ({ query, account, access }) => {
        const may = access.opens((organizationId: string) => ({ organizationId }));
        return listPoints(deps, account, may, { page: query.page, reason: query.reason });
      },
    }),
    route({
      method: 'get',
      path: '/points/:id',
      summary: 'What a geocoder has found for the address of a place',
      action: 'corrections.read',
      params: Id,
      returns: GeocodingView,
      handle: async ({ params: { id }, account, access }) => {
        await openRecord(deps, { kind: 'location', id }, { account, access });
        return viewOf((await readGeocodings(db, [id])).get(id));
      },
    }),
    route({
      method: 'put',
      path: '/points/:id/left',
      summary: 'Say that nothing of what was found is right, or take that back',
      action: 'corrections.change',
      params: Id,
      body: Left,
      returns: GeocodingView,
      handle: async ({ params: { id }, body: { left }, account, access }) => {
        await openRecord(deps, { kind: 'location', id }, { account, access });
        const found = (await readGeocodings(db, [id])).get(id);
        if (!found || found.state === 'applying')
          throw new AppError(409, 'not-looked-for', 'Nobody has looked for this address yet.');
        const state = left ? 'left' : found.candidates.length > 0 || found.several ? 'waiting' : 'not-found';
        if (state === found.state) return viewOf(found);
        await deps.audit.record({
          action: 'corrections.change',
          account,
          on: { kind: 'location', id },
          changes: [{ field: 'geocoding', from: found.state, to: state }],
        });
        await setState(db, [id], found.state, state);
        return viewOf({ ...found, state });
      },
    }),
  ];
}

function viewOf(found: GeocodingRecord | undefined): GeocodingView {
  if (!found) return NOTHING;
  const { state, candidates, several } = found;
  return { state, candidates, several };
}
