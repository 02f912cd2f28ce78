import { z } from 'zod';
import { WeeklySpan } from '../../core/schedule/schedule.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { weeklyHours } from '../../core/schedule/weekly-hours.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { entryOf } from '../verification/entry-of.ts';
import { writeVerification } from '../verification/verification-store.ts';
import { whileTelling } from '../webhooks/while-telling.ts';
import { OfferHours, OfferHoursList } from './directory-answers.ts';
import { readLocation, readService } from './directory-store.ts';
import { type HoursParts, readHoursOf, readPlaces, speaking } from './place-hours.ts';
import { schedulesWith, tellHours } from './tell-hours.ts';

const Id = z.object({ id: z.string().max(100) });
const seen = z.iso.datetime().nullable();
const Hours = z.strictObject({
  hours: z.array(WeeklySpan).min(1, 'say at least one time').max(70, 'at most ten times a day'),
  seen,
});
const Undo = z.strictObject({ seen });

/** When the services of an organization are open, place by place. Who says it has checked the service. */
export function hoursRoutes(deps: Deps, clock: () => Date): Route[] {
  const tell = async (
    asked: Asked,
    schedulesOf: (parts: HoursParts, today: string) => HoursParts['place']['schedules'],
  ) => {
    const { id, seen, account, access } = asked;
    const parts = await readParts(deps, id, access);
    const now = clock();
    const today = utcDay(now);
    const schedules = schedulesOf(parts, today);
    await deps.audit.record({
      action: 'hours.change',
      account,
      on: { kind: 'service', id: parts.place.serviceId },
      changes: [
        { field: 'hours', from: ordinary(speaking(parts, today), today), to: ordinary(schedules, today) },
      ],
    });
    const rebuilding = { db: deps.db, taxonomy: deps.rules.taxonomy };
    const { id: placeId } = parts.place;
    const told = await whileTelling(
      deps,
      [{ kind: 'service-at-location', id: placeId, change: 'changed', fields: ['schedules'] }],
      () => tellHours(rebuilding, parts, schedules, { accountId: account!.id, at: now, seen }),
    );
    await writeVerification(deps.db, parts.place.serviceId, entryOf(account!, now));
    return told;
  };
  return [
    route({
      method: 'get',
      path: '/organizations/:id/hours',
      summary: 'The ordinary week of each of its offers',
      action: 'hours.read',
      params: Id,
      returns: OfferHoursList,
      handle: async ({ params, access }) => {
        await access.must({ organizationId: params.id });
        return { items: await readHoursOf(deps.db, params.id, utcDay(clock())) };
      },
    }),
    route({
      method: 'put',
      path: '/offers/:id/hours',
      summary: 'Say another ordinary week',
      action: 'hours.change',
      params: Id,
      body: Hours,
      returns: OfferHours,
      handle: ({ params, body, account, access }) =>
        tell({ id: params.id, seen: body.seen, account, access }, (parts, today) =>
          schedulesWith(parts, body.hours, today),
        ),
    }),
    route({
      method: 'post',
      path: '/offers/:id/hours/undo',
      summary: 'Put back what was said before',
      action: 'hours.change',
      params: Id,
      body: Undo,
      returns: OfferHours,
      handle: ({ params, body, account, access }) =>
        tell({ id: params.id, seen: body.seen, account, access }, ({ place }) => {
          if (!place.toldHours)
            throw new AppError(409, 'nothing-to-undo', 'Nobody has changed these hours here.');
          return place.toldHours.before;
        }),
    }),
  ];
}

interface Asked {
  id: string;
  seen: string | null;
  account: Account | null;
  access: Access;
}

async function readParts({ db }: Deps, id: string, access: Access): Promise<HoursParts> {
  const [place] = await readPlaces(db, { _id: id });
  if (!place) throw notFound();
  const [service, location] = await Promise.all([
    readService(db, place.serviceId),
    readLocation(db, place.locationId),
  ]);
  if (!service || !location) throw notFound();
  await access.must({ organizationId: service.organizationId });
  return { place, service, location };
}

function ordinary(schedules: Parameters<typeof weeklyHours>[0], today: string): string {
  const { hours } = weeklyHours(schedules, today);
  return hours.map(({ day, from, to }) => `${day} ${from}-${to}`).join(', ');
}
