import { latLngToCell } from 'h3-js';
import type { Confidentiality } from '../../../core/directory/service.ts';
import { CONFIDENTIALITY } from '../../../core/directory/service.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { Deps } from '../../../server/deps.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { district } from '../access/records.ts';

/** Where everything that must not be found is, with a street and a neighbourhood of its own. */
export interface Whereabouts {
  at: Position;
  street: string;
  landmark: string;
}

/** Where three students live alone, 30 km from the rest. */
export const LONELY_HOME: Position = [-92.6, 39.2];

const TERMS = ['food-pantry', 'mental-health-counseling', 'reading-tutoring'];

/** Which of service and location is confidential, and how: all but both public. */
export const LEVELS: readonly (readonly [Confidentiality, Confidentiality])[] = CONFIDENTIALITY.flatMap((a) =>
  CONFIDENTIALITY.map((b) => [a, b] as const),
).filter((pair) => pair.some((level) => level !== 'public'));

/** What is open to everybody, on a raster of about 4 km. */
export const OPEN = Array.from({ length: 9 }, (_, n) => ({
  n,
  at: [-92.4 + (n % 3) * 0.05, 38.9 + Math.floor(n / 3) * 0.04] as Position,
}));

export const SCHOOLS = OPEN.slice(0, 4).map(({ n, at }) => ({ id: `school-${n}`, at }));

type Rows = readonly { id: string }[];

export function movingTown({ db, rules }: Pick<Deps, 'db' | 'rules'>) {
  async function put(collection: string, rows: Rows): Promise<void> {
    for (const { id, ...rest } of rows)
      await db.collection(collection).replaceOne({ _id: id as never }, rest, { upsert: true });
  }
  const rebuild = () => rebuildOffers({ db, taxonomy: rules.taxonomy, today: '2026-03-02' });

  async function settle(): Promise<void> {
    await put('districts', [district('district')]);
    await put('schools', SCHOOLS.map(schoolAt));
    await put(
      'students',
      Array.from({ length: 60 }, (_, n) => student(n)),
    );
    await put('organizations', [anOrganization()]);
    await put('services', OPEN.map(openService));
    await put('locations', OPEN.map(openLocation));
    await put(
      'services_at_locations',
      OPEN.map(({ n }) => link(`open-${n}`)),
    );
    await put(
      'services_at_locations',
      LEVELS.map((_, n) => link(`quiet-${n}`)),
    );
  }

  /** Moves everything that must not be found; says how many offers that changed. */
  async function moveTo(whereabouts: Whereabouts): Promise<number> {
    await put('organizations', [quietOrganization(whereabouts)]);
    await put(
      'services',
      LEVELS.map(([level], n) => quietService(n, level, whereabouts)),
    );
    await put(
      'locations',
      LEVELS.map(([, level], n) => quietLocation(n, level, whereabouts)),
    );
    const { written, removed } = await rebuild();
    return written + removed;
  }

  return { settle, moveTo };
}

function link(name: string) {
  return aPlace({ id: `offer-${name}`, serviceId: `service-${name}`, locationId: `location-${name}` });
}

function schoolAt({ id, at }: (typeof SCHOOLS)[number]) {
  const source = { system: 'test', id };
  return {
    id,
    source,
    districtId: 'district',
    name: id,
    point: { type: 'Point', coordinates: at },
    demo: false,
  };
}

/** Fifteen students a school; all but three live around it. */
function student(n: number) {
  const { id: schoolId, at } = SCHOOLS[n % 4]!;
  const [lon, lat] = n < 57 ? at : LONELY_HOME;
  return {
    id: `student-${n}`,
    source: { system: 'test', id: `${n}` },
    districtId: 'district',
    schoolId,
    localId: `${n}`,
    grade: 4,
    languages: [],
    needs: [{ term: TERMS[n % 2], urgency: 2 }],
    interests: [],
    freeTimes: [],
    travelModes: ['car'],
    homeCell: latLngToCell(lat, lon, 7),
    demo: false,
  };
}

function openService({ n }: (typeof OPEN)[number]) {
  return aService({ id: `service-open-${n}`, name: `Open ${n % 4}`, terms: [TERMS[n % 3]!] });
}

function openLocation({ n, at }: (typeof OPEN)[number]) {
  return aLocation({
    id: `location-open-${n}`,
    name: `Hall ${n}`,
    point: { type: 'Point', coordinates: at },
    addresses: [{ address1: `${n} Main Street`, city: 'Alder Creek', postalCode: '65201' }],
  });
}

function quietOrganization({ street, landmark }: Whereabouts) {
  return anOrganization({
    id: 'org-quiet',
    name: 'Safe Ways',
    description: `Somebody answers in any night. The door is at ${street}.`,
    attributes: [{ label: 'way', value: landmark }],
  });
}

function quietService(n: number, confidentiality: Confidentiality, { at, street, landmark }: Whereabouts) {
  const [lon, lat] = at;
  const corner = (x: number, y: number): Position => [lon + x / 1000, lat + y / 1000];
  return aService({
    id: `service-quiet-${n}`,
    organizationId: 'org-quiet',
    name: `Beds ${n % 2}`,
    terms: [TERMS[n % 3]!],
    confidentiality,
    description: `A bed for a night. Come to ${street}. It is free.`,
    metadata: [{ field: 'description', previousValue: landmark }],
    contacts: [{ name: landmark, title: 'Night desk' }],
    serviceAreas: [
      {
        extent: { type: 'Polygon', coordinates: [[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 0)]] },
      },
    ],
  });
}

function quietLocation(n: number, confidentiality: Confidentiality, { at, street, landmark }: Whereabouts) {
  return aLocation({
    id: `location-quiet-${n}`,
    organizationId: 'org-quiet',
    name: 'Hearth',
    alternateName: landmark,
    description: landmark,
    transportation: landmark,
    confidentiality,
    point: { type: 'Point', coordinates: at },
    addresses: [{ address1: street, city: 'Alder Creek', postalCode: `6${street.length}123` }],
    accessibility: street.length % 2 ? [{ description: 'Wheelchair ramp' }] : [],
    schedules: [{ freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: `1${street.length % 10}:00` }],
  });
}
