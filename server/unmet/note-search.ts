import { ipKeyGenerator } from 'express-rate-limit';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import type { Deps } from '../deps.ts';
import type { FindQuery } from '../directory/find-query.ts';
import { sharedCounter } from '../http/shared-counter.ts';
import { listSchools } from '../schools/school-store.ts';
import { noteUnmet } from './note-unmet.ts';

const HOUR = 3_600_000;
/** Whoever searches farther away than this searches at no school of ours. */
const NEAR_KM = 50;

export interface EmptySearch {
  query: FindQuery;
  origin: Position | null;
  /** The address that asked: kept nowhere. */
  from: string;
}

/**
 * Notes searches that found nothing. What was typed is not kept, for it may be a name: only the kinds of help that
 * were chosen, at the school that was chosen or that is nearest to the place. The same wish from one address counts
 * once an hour, so one person who tries again and again does not look like many; for that hour a keyed hash of
 * address, wish and place lies in Redis.
 */
export function searchNotes(deps: Pick<Deps, 'db' | 'redis' | 'log' | 'config' | 'sealing' | 'clock'>) {
  const prefix = `${deps.config.redis.prefix}:empty-searches:`;
  const recent = sharedCounter({ redis: deps.redis, log: deps.log, prefix, windowMs: HOUR });
  return async ({ query, origin, from }: EmptySearch): Promise<void> => {
    if (!isAboutHelp(query)) return;
    const schoolId = query.school ?? (origin ? await nearestSchool(deps, origin) : undefined);
    for (const term of query.terms ?? []) {
      const once = JSON.stringify([ipKeyGenerator(from), term, schoolId]);
      const times = await recent.increment(deps.sealing.keyedHash(once, 'searches that found nothing'));
      if (times === 1) await noteUnmet(deps, { term, schoolId, source: 'search', at: deps.clock() });
    }
  };
}

/** That nothing is open now, called so or approved is no want of help; nor are further pages. */
function isAboutHelp({ q, location, openNow, approved, page }: FindQuery): boolean {
  return !q && location === undefined && !openNow && !approved && page === 1;
}

async function nearestSchool({ db }: Pick<Deps, 'db'>, origin: Position): Promise<string | undefined> {
  const near = (await listSchools(db)).flatMap(({ id, point }) => {
    const km = point ? greatCircleKm(origin, point.coordinates) : Number.POSITIVE_INFINITY;
    return km <= NEAR_KM ? [{ id, km }] : [];
  });
  return near.sort((a, b) => a.km - b.km).at(0)?.id;
}
