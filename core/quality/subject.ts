import type { Location, Organization, Service, ServiceAtLocation } from '../directory/service.ts';
import type { Verified } from '../verification/verified.ts';

/** The records of the directory that are looked at. A service's links to places are looked at with it. */
export const QUALITY_KINDS = ['organization', 'service', 'location'] as const;
export type QualityKind = (typeof QUALITY_KINDS)[number];

/** A record without what no rule asks for: it may be large, as drawn areas are. */
export type Lean<T> = Omit<T, 'attributes' | 'metadata' | 'serviceAreas'>;

interface Looked {
  /** When it was last written, because its source or somebody here said something new; absent: nobody noted it. */
  changedAt?: string | undefined;
}

export interface OrganizationSubject extends Looked {
  kind: 'organization';
  record: Lean<Organization>;
  /** How many active services it gives. */
  services: number;
}

export interface ServiceSubject extends Looked {
  kind: 'service';
  record: Lean<Service>;
  links: readonly Lean<ServiceAtLocation>[];
  /** Where it is given. */
  places: readonly Pick<Location, 'schedules'>[];
  owner: Pick<Organization, 'phones' | 'email' | 'website'> | undefined;
  verified?: Verified | undefined;
}

export interface LocationSubject extends Looked {
  kind: 'location';
  record: Lean<Location>;
  /** How many services are given there. */
  services: number;
}

/** A record with what hangs on it, as far as rules ask for it. */
export type Subject = OrganizationSubject | ServiceSubject | LocationSubject;
export type SubjectOf<K extends QualityKind> = Extract<Subject, { kind: K }>;
