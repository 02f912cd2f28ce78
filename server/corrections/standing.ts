import type { Connection } from 'mongoose';
import type { RecordKind } from '../../core/corrections/correction.ts';
import { readLocations, readOrganizations, readServices } from '../directory/directory-store.ts';
import { readPlaces } from '../directory/place-hours.ts';
import { readSecretPlacesOf, readServicesThere } from '../directory/read-secret-places.ts';

export interface RecordRef {
  kind: RecordKind;
  id: string;
}

/** Whose a record is, and whether it tells where a place is that must not be found. */
export interface Standing {
  name: string;
  /** Those that own it; of a place that is nobody's, all that give something there. */
  organizationIds: readonly string[];
  isSecret: boolean;
}

/** The standing of these records; undefined for what is not there. As many round trips for many as for one. */
export async function readStandings(
  db: Connection,
  refs: readonly RecordRef[],
): Promise<(ref: RecordRef) => Standing | undefined> {
  const ids = (kind: RecordKind) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const links = await readPlaces(db, { _id: { $in: ids('service-at-location') } });
  const [services, locations] = await Promise.all([
    readServices(db, [...ids('service'), ...links.map(({ serviceId }) => serviceId)]),
    readLocations(db, [...ids('location'), ...links.map(({ locationId }) => locationId)]),
  ]);
  const organizations = await readOrganizations(db, [
    ...ids('organization'),
    ...services.map(({ organizationId }) => organizationId),
  ]);
  const [secretsOf, servicesAt] = await Promise.all([
    readSecretPlacesOf(db, organizations),
    readServicesThere(
      db,
      locations.map(({ id }) => id),
    ),
  ]);
  const byId = <T extends { id: string }>(records: readonly T[]) =>
    new Map(records.map((each) => [each.id, each]));
  const known = { o: byId(organizations), s: byId(services), l: byId(locations), links: byId(links) };
  const find: Record<RecordKind, (id: string) => Standing | undefined> = {
    organization: (id) => {
      const found = known.o.get(id);
      const isSecret = found !== undefined && secretsOf(found).ofOrganization !== undefined;
      return found && { name: found.name, organizationIds: [id], isSecret };
    },
    service: (id) => {
      const found = known.s.get(id);
      if (!found) return undefined;
      const owner = known.o.get(found.organizationId);
      const told = owner && secretsOf(owner).ofService(found);
      const isSecret = found.confidentiality !== 'public' || told !== undefined;
      return { name: found.name, organizationIds: [found.organizationId], isSecret };
    },
    location: (id) => {
      const found = known.l.get(id);
      if (!found) return undefined;
      const there = servicesAt(id);
      const isSecret = [found, ...there].some(({ confidentiality }) => confidentiality !== 'public');
      const givers = [...new Set(there.map(({ organizationId }) => organizationId))];
      const organizationIds = found.organizationId === undefined ? givers : [found.organizationId];
      return { name: found.name, organizationIds, isSecret };
    },
    'service-at-location': (id) => {
      const link = known.links.get(id);
      const [service, place] = [link && find.service(link.serviceId), link && find.location(link.locationId)];
      if (!service || !place) return undefined;
      return {
        name: `${service.name} · ${place.name}`,
        organizationIds: service.organizationIds,
        isSecret: service.isSecret || place.isSecret,
      };
    },
  };
  return ({ kind, id }) => find[kind](id);
}
