import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import type { PlanRow } from '../../core/placement/plan.ts';
import type { School } from '../../core/schools/school.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { domainOf } from '../directory/offer-view.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';

/** What a plan's screen says of an offer. */
export interface PlanOffer {
  id: string;
  serviceId: string;
  name: string;
  organizationName: string;
  locationName: string;
  /** Absent where it may not be told. */
  point?: [number, number];
  domain: DomainId | null;
}

export interface PlanNames {
  offers: Record<string, PlanOffer>;
  schools: Record<string, { id: string; name: string; point?: [number, number] }>;
}

/** The offers and schools that rows name. An offer that has left the directory since, or is hidden now, is not among them. */
export async function namesFor(
  db: Connection,
  { taxonomy }: Pick<Rules, 'taxonomy'>,
  rows: readonly PlanRow[],
): Promise<PlanNames> {
  const offerIds = [...new Set(rows.flatMap(({ offerId }) => offerId ?? []))];
  const schoolIds = new Set(rows.map(({ schoolId }) => schoolId));
  const [found, schools] = await Promise.all([readOffersById(db, offerIds), listSchools(db)]);
  const offers = found
    .filter(({ confidentiality }) => confidentiality === 'public')
    .map(({ id, serviceId, serviceName: name, organizationName, locationName, point, terms }): PlanOffer => {
      const domain = domainOf(terms, taxonomy);
      const where = point ? { point: point.coordinates } : {};
      return { id, serviceId, name, organizationName, locationName, domain, ...where };
    });
  return { offers: byId(offers), schools: byId(schools.filter(({ id }) => schoolIds.has(id)).map(asNamed)) };
}

function asNamed({ id, name, point }: School) {
  return { id, name, ...compact({ point: point?.coordinates }) };
}

function byId<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  return Object.fromEntries(list.map((one) => [one.id, one]));
}
