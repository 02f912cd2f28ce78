import type { ServiceAtLocation } from '../../core/directory/service.ts';
import type { Schedule, WeeklySpan } from '../../core/schedule/schedule.ts';
import { withWeeklyHours } from '../../core/schedule/with-weekly-hours.ts';
import { AppError } from '../http/app-error.ts';
import { model } from '../store/collection.ts';
import { type HoursParts, speaking, viewHours } from './place-hours.ts';
import { type RebuildDeps, rebuildOffers } from './rebuild-offers.ts';
import { servicesAtLocations } from './service-at-location-collection.ts';

export interface Telling {
  accountId: string;
  at: Date;
  /** When hours were told last, as the teller has seen it: whoever has not seen the newest is told so. */
  seen: string | null;
}

/** The schedules of a place with this ordinary week. They stand at the place itself, whose word goes first. */
export function schedulesWith(parts: HoursParts, hours: readonly WeeklySpan[], today: string): Schedule[] {
  const own = parts.place.schedules;
  const from = speaking(parts, today);
  return withWeeklyHours(from === own ? own : [...own, ...from], hours, today);
}

/** Writes other schedules of a place, keeps those before, and renews the offer. */
export async function tellHours(
  deps: RebuildDeps,
  parts: HoursParts,
  schedules: Schedule[],
  { accountId, at, seen }: Telling,
) {
  const { id, serviceId, schedules: before, toldHours } = parts.place;
  const told = { at: at.toISOString(), by: accountId, source: toldHours?.source ?? before, before };
  const asSeen = { _id: id, 'toldHours.at': seen ?? { $exists: false } };
  const { matchedCount } = await model<ServiceAtLocation>(deps.db, servicesAtLocations).updateOne(
    asSeen as object,
    { $set: { schedules, toldHours: told } },
  );
  if (matchedCount === 0)
    throw new AppError(409, 'changed-meanwhile', 'Somebody else has changed these hours.');
  const today = told.at.slice(0, 10);
  await rebuildOffers({ ...deps, today }, [serviceId]);
  return viewHours({ ...parts, place: { ...parts.place, schedules, toldHours: told } }, today);
}
