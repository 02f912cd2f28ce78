import fc from 'fast-check';
import {
  CONTRIBUTION_KINDS,
  Location,
  Organization,
  POINT_QUALITIES,
  SERVICE_STATUSES,
  Service,
  ServiceAtLocation,
} from '../../../core/directory/service.ts';

/** What people write into a field, whatever it asks for. */
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'n/a',
    'ask at the desk',
    '0123',
    '12',
    'example.org',
    'https://a b',
    'mailto:a@b.org',
    'a@b',
    'a@b.org',
    'America/Chicago',
    'javascript:alert(1)',
    '308-555-0100 ext. 7',
  ),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 2 });
const day = fc.constantFrom('2026-01-05', '2027-12-31');
const moment = fc.constantFrom('2026-01-05T12:00:00Z', '2026-01-05T07:00:00-05:00');
const clock = fc.constantFrom('00:00', '09:30', '24:00');

/** Without what is undefined, as records are stored. */
const record = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields).map((made) => JSON.parse(JSON.stringify(made)) as object);

const phone = record({ number: text, extension: maybe(text), type: maybe(text), languages: few(text) });
const contact = record({ name: maybe(text), email: maybe(text), phones: few(phone) });
const language = record({ code: maybe(text), name: text, note: maybe(text) });
const attribute = record({ label: maybe(text), value: maybe(text), linkType: maybe(text) });
const metadata = record({
  field: text,
  previousValue: maybe(text),
  date: maybe(text),
  updatedBy: maybe(text),
});
const closure = record({
  from: day,
  to: day,
  closed: fc.boolean(),
  opensAt: maybe(clock),
  reason: maybe(text),
});
const capacity = record({
  unit: text,
  available: maybe(fc.nat(9)),
  maximum: maybe(fc.nat(9)),
  updated: maybe(moment),
});
const schedule = record({
  freq: maybe(fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')),
  wkst: maybe(fc.constantFrom('MO', 'SU')),
  byday: few(fc.constantFrom('MO', '-1FR')),
  bymonthday: maybe(few(fc.constantFrom(1, -1))),
  count: maybe(fc.constantFrom(1, 9)),
  opensAt: maybe(clock),
  closesAt: maybe(clock),
  dtstart: maybe(day),
  timezone: maybe(text),
  notes: maybe(text),
});
const area = fc.constantFrom(
  {},
  { name: 'County' },
  {
    extent: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  },
);

const base = {
  id: fc.uuid(),
  source: fc.constant({ system: 'test', id: '1' }),
  attributes: few(attribute),
  metadata: few(metadata),
  demo: fc.boolean(),
};
const reach = { phones: few(phone), contacts: few(contact) };
const times = { schedules: few(schedule), closures: maybe(few(closure)) };

export const oddOrganization = record({
  ...base,
  ...reach,
  name: text,
  email: maybe(text),
  website: maybe(text),
  yearIncorporated: maybe(text),
  legalStatus: maybe(text),
  programs: few(record({ id: text, name: text, description: maybe(text) })),
}).map((made) => Organization.parse(made));

export const oddService = record({
  ...base,
  ...reach,
  ...times,
  organizationId: fc.uuid(),
  programId: maybe(text),
  kind: fc.constantFrom(...CONTRIBUTION_KINDS),
  status: fc.constantFrom(...SERVICE_STATUSES),
  name: text,
  url: maybe(text),
  email: maybe(text),
  assurerEmail: maybe(text),
  lastModified: maybe(moment),
  terms: few(fc.constantFrom('tutoring', 'dental', 'gone')),
  sourceTerms: few(record({ taxonomy: maybe(text), code: maybe(text), name: text })),
  eligibility: record({
    minimumAge: maybe(fc.nat(20)),
    minimumGrade: maybe(fc.integer({ min: -1, max: 12 })),
    programs: maybe(few(text)),
    attributes: maybe(few(record({ name: text, oneOf: fc.constant(['a']) }))),
    description: maybe(text),
  }),
  sessionMinutes: maybe(fc.constantFrom(1, 1440)),
  serviceAreas: few(area),
  costOptions: few(record({ option: maybe(text), amount: maybe(fc.nat(9)), currency: maybe(text) })),
  requiredDocuments: few(record({ document: text, uri: maybe(text) })),
  languages: few(language),
  capacities: few(capacity),
  funding: few(record({ source: text })),
}).map((made) => Service.parse(made));

export const oddLocation = record({
  ...base,
  ...reach,
  ...times,
  organizationId: maybe(fc.uuid()),
  name: text,
  locationType: fc.constantFrom('physical', 'postal', 'virtual'),
  point: maybe(fc.constant({ type: 'Point', coordinates: [-92.3, 38.9] })),
  pointQuality: fc.constantFrom(...POINT_QUALITIES),
  addresses: few(
    record({ address1: maybe(text), city: maybe(text), country: maybe(text), type: maybe(text) }),
  ),
  languages: few(language),
  accessibility: few(record({ description: maybe(text), url: maybe(text) })),
}).map((made) => Location.parse(made));

export const oddLink = record({
  ...base,
  ...reach,
  ...times,
  serviceId: fc.uuid(),
  locationId: fc.uuid(),
  description: text,
  capacities: few(capacity),
  serviceAreas: few(area),
}).map((made) => ServiceAtLocation.parse(made));
