import type { z } from 'zod';
import type { ServiceAtLocation } from '../../core/directory/service.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { dayBefore, timeOf } from './demo-dates.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { schedulesOf } from './hours.ts';
import type { PlacesAndHomes } from './place-plans.ts';
import type { Random } from './random.ts';
import type { ServicePlan } from './service-plans.ts';

type Link = z.input<typeof ServiceAtLocation>;
type Hours = z.input<typeof Schedule>;

const SCHOOL_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;

/** Every service at its own place, at the further places of its idea, and at the places that host it. */
export function makeServicesAtLocations(
  services: readonly ServicePlan[],
  { places, homes }: PlacesAndHomes,
  random: Random,
): Link[] {
  return services.flatMap((service) => {
    const home = homes.get(service.key)!;
    const hosts = places.filter((place) => place.hosts?.includes(service.key)).map(({ key }) => key);
    const keys = new Set([home, ...(service.idea.also ?? []), ...hosts]);
    return [...keys].map((key, index) => linkOf(service, key, index, random));
  });
}

function linkOf(service: ServicePlan, place: string, index: number, random: Random): Link {
  const key = `${service.key}@${place}`;
  const own = index === 0 ? {} : ownPart(service, place, index, random);
  return {
    id: demoId('service-at-location', key),
    source: { system: DEMO_SYSTEM, id: key },
    serviceId: demoId('service', service.key),
    locationId: demoId('location', place),
    ...own,
    demo: true,
  };
}

/** What differs at a further place: the day of the visit, the places there. */
function ownPart({ idea }: ServicePlan, place: string, index: number, random: Random): Partial<Link> {
  const atSchool = place.startsWith('school-');
  const day = random.pick(SCHOOL_WEEK);
  const share = random.chance(0.12) || idea.free === 0 ? 0 : random.next() * 0.6;
  const hours = idea.hours === undefined ? [] : schedulesOf(idea.hours);
  const schedules = visitsOf(hours, index, atSchool ? undefined : day);
  const maximum = atSchool && idea.places !== undefined ? Math.ceil(idea.places / 2) : undefined;
  return {
    ...(schedules === undefined ? {} : { schedules }),
    ...(maximum === undefined ? {} : { capacities: [capacity(maximum, share, idea.unit)] }),
  };
}

/** Monthly rounds come a week later at each further place; daily services visit a further place on one day. */
function visitsOf(
  hours: readonly Hours[],
  index: number,
  day: (typeof SCHOOL_WEEK)[number] | undefined,
): Hours[] | undefined {
  const [first] = hours;
  if (first?.byday === undefined) return undefined;
  if (first.freq === 'MONTHLY')
    return [{ ...first, byday: [`${(index % 4) + 1}${first.byday[0]!.slice(-2)}`] }];
  return day !== undefined && first.byday.length === 5 ? [{ ...first, byday: [day] }] : undefined;
}

function capacity(maximum: number, share: number, unit = 'places') {
  const updated = timeOf(dayBefore(Math.ceil(share * 60) + 1));
  return { unit, available: Math.floor(maximum * share), maximum, updated };
}
