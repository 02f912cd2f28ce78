import { z } from 'zod';
import { Area } from '../geo/point.ts';
import { Closure } from '../schedule/closure.ts';
import { Schedule } from '../schedule/schedule.ts';
import { Gender } from '../students/circumstances.ts';
import { SourceRef } from './source.ts';

/*
 * The directory after the Human Services Data Specification 3 (docs.openreferral.org), its names in camelCase.
 * Nested lists stay with the record whose screen reads them; what many records share is its own collection.
 */

/** What a partner gives: a service in the narrow sense, or another contribution that can be matched. */
export const CONTRIBUTION_KINDS = ['service', 'people', 'space', 'funding', 'discount', 'program'] as const;
export const ContributionKind = z.enum(CONTRIBUTION_KINDS);
export type ContributionKind = z.infer<typeof ContributionKind>;

export const SERVICE_STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;

/**
 * How much of a place may be known. `public`: all; `partial`: that it exists and its town, no point;
 * `hidden`: nothing but that the service exists, reached by telephone.
 */
export const CONFIDENTIALITY = ['public', 'partial', 'hidden'] as const;
export const Confidentiality = z.enum(CONFIDENTIALITY);
export type Confidentiality = z.infer<typeof Confidentiality>;

const text = z.string().max(20_000);
const line = z.string().max(500);

export const Phone = z.object({
  number: line,
  extension: line.optional(),
  type: line.optional(),
  description: line.optional(),
  languages: z.array(line).default([]),
});
export type Phone = z.infer<typeof Phone>;

export const Contact = z.object({
  name: line.optional(),
  title: line.optional(),
  department: line.optional(),
  email: line.optional(),
  phones: z.array(Phone).default([]),
});
export type Contact = z.infer<typeof Contact>;

/** `code` is ISO 639-1 where known ("es"); `name` is what the source said. */
export const Language = z.object({ code: line.optional(), name: line, note: line.optional() });
export type Language = z.infer<typeof Language>;

export const CostOption = z.object({
  option: line.optional(),
  amount: z.number().min(0).optional(),
  currency: line.optional(),
  amountDescription: text.optional(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
});
export type CostOption = z.infer<typeof CostOption>;

export const RequiredDocument = z.object({ document: text, uri: line.optional() });

export const ServiceArea = z.object({
  name: line.optional(),
  description: text.optional(),
  extent: Area.optional(),
  extentType: line.optional(),
});
export type ServiceArea = z.infer<typeof ServiceArea>;

export const Accessibility = z.object({
  description: text.optional(),
  details: text.optional(),
  url: line.optional(),
});

/** HSDS 3.1 service capacity: `available` of `maximum` places in `unit`; an absent figure is unknown, not zero. */
export const Capacity = z.object({
  unit: line,
  available: z.int().min(0).optional(),
  maximum: z.int().min(0).optional(),
  description: text.optional(),
  updated: z.iso.datetime({ offset: true }).optional(),
});
export type Capacity = z.infer<typeof Capacity>;

/** A term of the source's own taxonomy, kept as it came. Ours are in `terms`. */
export const SourceTerm = z.object({ taxonomy: line.optional(), code: line.optional(), name: line });

export const Attribute = z.object({
  label: line.optional(),
  value: text.optional(),
  linkType: line.optional(),
});

/** HSDS metadata: one recorded change of a field. */
export const Metadata = z.object({
  field: line,
  previousValue: text.optional(),
  replacementValue: text.optional(),
  date: line.optional(),
  updatedBy: line.optional(),
});

/**
 * Who a service takes. Every part that is absent is not a rule. `unknown` names facts the source leaves open
 * ("income", "age"): matching answers "ask" for them. `description` is free text and never counts as yes.
 */
export const Eligibility = z.object({
  minimumAge: z.number().min(0).max(130).optional(),
  maximumAge: z.number().min(0).max(130).optional(),
  /** Lowest and highest grade: -1 pre-kindergarten, 0 kindergarten, 1 to 12. */
  minimumGrade: z.int().min(-1).max(12).optional(),
  maximumGrade: z.int().min(-1).max(12).optional(),
  /** The student must speak one of these ISO 639-1 languages to take part. */
  requiredLanguages: z.array(line).optional(),
  /** Residence in one of the service areas that have an extent is required. */
  residenceRequired: z.boolean().optional(),
  /** Income of at most so many percent of the federal poverty level. */
  incomeMaximumFplPercent: z.int().min(0).max(2000).optional(),
  /** Membership in one of these programs (data/eligibility); beside an income maximum either is enough. */
  programs: z.array(line).optional(),
  /** For these genders only. */
  genders: z.array(Gender).optional(),
  /** Attributes that the district keeps of students (data/eligibility): each must be one of the values. */
  attributes: z.array(z.object({ name: line, oneOf: z.array(line).min(1) })).optional(),
  unknown: z
    .array(z.enum(['age', 'grade', 'income', 'residence', 'gender', 'insurance', 'referral']))
    .default([]),
  description: text.optional(),
});
export type Eligibility = z.infer<typeof Eligibility>;

export const Program = z.object({
  id: z.string(),
  name: line,
  alternateName: line.optional(),
  description: text.optional(),
});

const shared = {
  id: z.string(),
  source: SourceRef,
  attributes: z.array(Attribute).default([]),
  metadata: z.array(Metadata).default([]),
  /** Invented for a demonstration. */
  demo: z.boolean().default(false),
};

export const Organization = z.object({
  ...shared,
  name: line,
  alternateName: line.optional(),
  description: text.default(''),
  email: line.optional(),
  website: line.optional(),
  legalStatus: line.optional(),
  yearIncorporated: line.optional(),
  phones: z.array(Phone).default([]),
  contacts: z.array(Contact).default([]),
  programs: z.array(Program).default([]),
});
export type Organization = z.infer<typeof Organization>;

export const Service = z.object({
  ...shared,
  organizationId: z.string(),
  programId: z.string().optional(),
  kind: ContributionKind.default('service'),
  status: z.enum(SERVICE_STATUSES).default('active'),
  name: line,
  alternateName: line.optional(),
  description: text.default(''),
  url: line.optional(),
  email: line.optional(),
  interpretationServices: text.optional(),
  applicationProcess: text.optional(),
  feesDescription: text.optional(),
  waitTime: line.optional(),
  accreditations: text.optional(),
  licenses: text.optional(),
  alert: text.optional(),
  lastModified: z.iso.datetime({ offset: true }).optional(),
  /** When and by whom it was last assured that this is right. */
  assuredDate: z.iso.date().optional(),
  assurerEmail: line.optional(),
  confidentiality: Confidentiality.default('public'),
  /** Terms of our taxonomy. */
  terms: z.array(z.string()).default([]),
  sourceTerms: z.array(SourceTerm).default([]),
  eligibility: Eligibility.default({ unknown: [] }),
  /** How long one comes for. */
  sessionMinutes: z.int().min(1).max(1440).optional(),
  schedules: z.array(Schedule).default([]),
  closures: z.array(Closure).optional(),
  serviceAreas: z.array(ServiceArea).default([]),
  costOptions: z.array(CostOption).default([]),
  requiredDocuments: z.array(RequiredDocument).default([]),
  languages: z.array(Language).default([]),
  phones: z.array(Phone).default([]),
  contacts: z.array(Contact).default([]),
  capacities: z.array(Capacity).default([]),
  funding: z.array(z.object({ source: text })).default([]),
});
export type Service = z.infer<typeof Service>;

export const Address = z.object({
  attention: line.optional(),
  address1: line.optional(),
  address2: line.optional(),
  city: line.optional(),
  region: line.optional(),
  stateProvince: line.optional(),
  postalCode: line.optional(),
  country: line.optional(),
  type: line.optional(),
});
export type Address = z.infer<typeof Address>;

/** Why a location has no point, or a doubtful one. Only `exact` points are mapped and matched by distance. */
export const POINT_QUALITIES = ['exact', 'missing', 'placeholder', 'outside', 'invalid'] as const;

export const Location = z.object({
  ...shared,
  organizationId: z.string().optional(),
  name: line,
  alternateName: line.optional(),
  description: text.default(''),
  transportation: text.optional(),
  locationType: z.enum(['physical', 'postal', 'virtual']).default('physical'),
  confidentiality: Confidentiality.default('public'),
  /** Present only where pointQuality is `exact`. */
  point: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).optional(),
  pointQuality: z.enum(POINT_QUALITIES).default('missing'),
  addresses: z.array(Address).default([]),
  phones: z.array(Phone).default([]),
  contacts: z.array(Contact).default([]),
  languages: z.array(Language).default([]),
  accessibility: z.array(Accessibility).default([]),
  schedules: z.array(Schedule).default([]),
  closures: z.array(Closure).optional(),
});
export type Location = z.infer<typeof Location>;

/** That hours were said here, by somebody who may, and not by the source of the record. */
export const ToldHours = z.object({
  at: z.iso.datetime(),
  /** The account. */
  by: z.string(),
  /** What the source says: as long as a later import says the same, what was told here stays. */
  source: z.array(Schedule),
  /** What it was before, so that it can be taken back. */
  before: z.array(Schedule),
});
export type ToldHours = z.infer<typeof ToldHours>;

/** The link that HSDS keeps between a service and a location; its own schedules and phones go before the service's. */
export const ServiceAtLocation = z.object({
  ...shared,
  serviceId: z.string(),
  locationId: z.string(),
  description: text.default(''),
  schedules: z.array(Schedule).default([]),
  toldHours: ToldHours.optional(),
  closures: z.array(Closure).optional(),
  phones: z.array(Phone).default([]),
  contacts: z.array(Contact).default([]),
  capacities: z.array(Capacity).default([]),
  serviceAreas: z.array(ServiceArea).default([]),
});
export type ServiceAtLocation = z.infer<typeof ServiceAtLocation>;
