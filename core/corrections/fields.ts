import { z } from 'zod';
import {
  Accessibility,
  Address,
  Confidentiality,
  CostOption,
  Language,
  Location,
  Organization,
  Phone,
  RequiredDocument,
  Service,
  ServiceAtLocation,
} from '../directory/service.ts';
import { Point } from '../geo/point.ts';
import { parsePhone } from '../imports/parse-phone.ts';
import { mailAddress, webAddress } from '../imports/web-address.ts';
import type { RecordKind } from './correction.ts';
import { Ages } from './eligibility-fields.ts';

/** The shape of a field that may also say nothing. */
const orNothing = <T extends z.ZodType>(shape: z.ZodOptional<T>) => shape.unwrap().nullable();
const name = z.string().trim().min(1, 'cannot be empty').max(500);
const email = name.refine((text) => mailAddress(text) !== undefined, 'is no e-mail address').nullable();
const web = name.refine((text) => webAddress(text) !== undefined, 'is no web address').nullable();
const number = z.string().refine((text) => parsePhone(text) !== undefined, 'is no telephone number');
const phones = z.array(Phone.extend({ number })).max(50);
const several = <T extends z.ZodType>(shape: T) => z.array(shape).max(50);
const description = z.string().max(20_000);

/** A point that somebody has looked at is an exact one; without a point a place is listed, not mapped. */
const MappedPoint = z.union([
  z.strictObject({ point: Point, pointQuality: z.literal('exact') }),
  z.strictObject({ pointQuality: z.literal('missing') }),
]);

/**
 * What can be corrected of each kind of record, with the shape of its value; null is "nothing". Hours and free places
 * have rules of their own, and contacts are people.
 */
export const FIELDS = {
  organization: {
    name,
    alternateName: orNothing(Organization.shape.alternateName),
    description,
    email,
    website: web,
    phones,
    legalStatus: orNothing(Organization.shape.legalStatus),
    yearIncorporated: orNothing(Organization.shape.yearIncorporated),
  },
  service: {
    name,
    alternateName: orNothing(Service.shape.alternateName),
    description,
    kind: Service.shape.kind.unwrap(),
    status: Service.shape.status.unwrap(),
    alert: orNothing(Service.shape.alert),
    terms: z.array(z.string().max(100)).max(50),
    url: web,
    email,
    phones,
    applicationProcess: orNothing(Service.shape.applicationProcess),
    requiredDocuments: several(RequiredDocument),
    feesDescription: orNothing(Service.shape.feesDescription),
    costOptions: several(CostOption),
    waitTime: orNothing(Service.shape.waitTime),
    languages: several(Language),
    interpretationServices: orNothing(Service.shape.interpretationServices),
    ages: Ages,
    eligibilityText: description.nullable(),
    accreditations: orNothing(Service.shape.accreditations),
    licenses: orNothing(Service.shape.licenses),
    confidentiality: Confidentiality,
  },
  location: {
    name,
    alternateName: orNothing(Location.shape.alternateName),
    description,
    addresses: several(Address),
    point: MappedPoint,
    transportation: orNothing(Location.shape.transportation),
    phones,
    languages: several(Language),
    accessibility: several(Accessibility),
    confidentiality: Confidentiality,
  },
  'service-at-location': {
    description: ServiceAtLocation.shape.description.unwrap(),
    phones,
  },
} as const satisfies Record<RecordKind, Record<string, z.ZodType>>;

export const FIELD_NAMES: Record<RecordKind, readonly string[]> = {
  organization: Object.keys(FIELDS.organization),
  service: Object.keys(FIELDS.service),
  location: Object.keys(FIELDS.location),
  'service-at-location': Object.keys(FIELDS['service-at-location']),
};

/** The shape of a field's value; undefined where a kind has no such field, or it cannot be corrected. */
export function shapeOf(kind: RecordKind, field: string): z.ZodType | undefined {
  const shapes: Record<string, z.ZodType> = FIELDS[kind];
  return Object.hasOwn(shapes, field) ? shapes[field] : undefined;
}
