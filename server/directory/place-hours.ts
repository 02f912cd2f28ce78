import type { Connection } from 'mongoose';
import { strictest } from '../../core/directory/confidential.ts';
import { hoursLevel } from '../../core/directory/hours-level.ts';
import type { Location, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { weeklyHours } from '../../core/schedule/weekly-hours.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { readLocations, readServicesOf } from './directory-store.ts';
import { WITHOUT_NOTES } from './record-notes.ts';
import { servicesAtLocations } from './service-at-location-collection.ts';

export interface HoursParts {
  place: ServiceAtLocation;
  service: Pick<Service, 'schedules' | 'confidentiality'>;
  location: Pick<Location, 'name' | 'schedules' | 'confidentiality'>;
}

/** The schedules that an offer takes its hours from on a day, as `buildOffer` does. */
export function speaking({ place, service, location }: HoursParts, today: string): readonly Schedule[] {
  const isPublic = strictest(service.confidentiality, location.confidentiality) === 'public';
  const levels = [place.schedules, service.schedules, isPublic ? location.schedules : []];
  return levels[hoursLevel(levels, today)] ?? [];
}

/** The hours of one service at one place, for who looks after them. */
export function viewHours(parts: HoursParts, today: string) {
  const { place, location } = parts;
  const { hours, occasional } = weeklyHours(speaking(parts, today), today);
  return {
    id: place.id,
    serviceId: place.serviceId,
    placeName: location.name,
    hours,
    /** It also opens in some weeks only, which is shown nowhere here and stays as it is. */
    alsoSometimes: occasional.length > 0,
    /** When hours were told here last; null: what stands is the source's. */
    toldAt: place.toldHours?.at ?? null,
  };
}

/** Those of all active services of an organization, in three round trips. */
export async function readHoursOf(db: Connection, organizationId: string, today: string) {
  const services = new Map(
    (await readServicesOf(db, organizationId)).map((service) => [service.id, service]),
  );
  const places = await readPlaces(db, { serviceId: { $in: [...services.keys()] } });
  const found = await readLocations(
    db,
    places.map(({ locationId }) => locationId),
  );
  const locations = new Map(found.map((location) => [location.id, location]));
  return places.flatMap((place) => {
    const [service, location] = [services.get(place.serviceId), locations.get(place.locationId)];
    return service && location ? [viewHours({ place, service, location }, today)] : [];
  });
}

export async function readPlaces(db: Connection, filter: object): Promise<ServiceAtLocation[]> {
  const found = await model<ServiceAtLocation>(db, servicesAtLocations)
    .find(filter, WITHOUT_NOTES)
    .sort({ _id: 1 })
    .lean<Stored<ServiceAtLocation>[]>();
  return found.map((place) => fromStored<ServiceAtLocation>(place));
}
