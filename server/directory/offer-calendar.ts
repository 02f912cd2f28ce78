import { writeCalendar } from '../../core/calendar/i-calendar.ts';
import { hoursLevel } from '../../core/directory/hours-level.ts';
import type { Offer } from '../../core/directory/offer.ts';
import { localDay } from '../../core/schedule/local-day.ts';
import { openMoments } from '../../core/schedule/open-moments.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { readDistrict } from '../settings/district-store.ts';
import { readOffersById } from './directory-store.ts';

/** So far ahead times are told: who keeps the calendar asks again each day. */
const DAYS = 91;

/**
 * When a service is open at a place, as a calendar. It tells what the service's page tells: of a confidential place no
 * more than that and when.
 */
export async function offerCalendar({ db, config }: Deps, clock: () => Date, id: string): Promise<string> {
  const [offer] = await readOffersById(db, [id]);
  if (!offer) throw notFound();
  const timezone = (await readDistrict(db))?.timezone ?? 'UTC';
  const today = localDay(clock(), timezone);
  const moments = openMoments(speaking(offer, today), offer.closures ?? [], {
    timezone,
    from: today,
    count: DAYS,
  });
  const url = config.publicUrl && new URL(`/services/${offer.serviceId}`, config.publicUrl).href;
  return writeCalendar({
    name: offer.serviceName,
    asOf: new Date(`${today}T00:00:00Z`),
    events: moments.map(([from, to]) => ({
      uid: `${offer.id}-${from}@trellis`,
      from,
      to,
      summary: offer.serviceName,
      location: whereOf(offer),
      url,
    })),
  });
}

/** The schedules from which the page has its hours too. */
function speaking({ timetables = [] }: Offer, today: string) {
  return timetables[hoursLevel(timetables, today)] ?? [];
}

function whereOf({ confidentiality, locationName, address }: Offer): string | undefined {
  if (confidentiality !== 'public') return undefined;
  return address === undefined ? locationName : `${locationName}, ${address}`;
}
