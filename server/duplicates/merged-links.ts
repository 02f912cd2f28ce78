import { openKeyOf } from '../../core/referrals/referral.ts';
import { accountCollection } from '../accounts/account-collection.ts';
import { agreements, partnerDocuments } from '../agreements/agreement-collections.ts';
import { locations } from '../directory/location-collection.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { disclosures } from '../disclosures/disclosure-collection.ts';
import { placements, planRows } from '../plans/plan-collections.ts';
import { type ReferralRecord, referrals } from '../referrals/referral-collection.ts';
import { suggestions } from '../suggestions/suggestion-collection.ts';
import type { MergedKind } from './duplicate-collections.ts';

type SurvivorOf = (id: string) => string;

/** A stored link to a record that can be merged. */
export interface MergedLink {
  collection: string;
  field: string;
  /** Where the ids lie, for asking; the field itself unless said. */
  path?: string;
  /** The value with survivors in the place of what was merged. */
  follow(value: unknown, survivorOf: SurvivorOf): unknown;
  /** The ids in a value. */
  idsIn(value: unknown): string[];
  /** What else of the record follows from the link. It is left as it was where another record has it already. */
  also?: { field: string; from: readonly string[]; make(record: Record<string, unknown>): unknown };
}

function link(collection: { name: string }, field: string, more: Partial<MergedLink> = {}): MergedLink {
  return {
    collection: collection.name,
    field,
    follow: (value, survivorOf) => (typeof value === 'string' ? survivorOf(value) : value),
    idsIn: (value) => (typeof value === 'string' ? [value] : []),
    ...more,
  };
}

interface Grant {
  organizationIds?: string[];
}

/** Roles held for organizations. */
const grants = link(accountCollection, 'grants', {
  path: 'grants.organizationIds',
  follow: (value, survivorOf) =>
    (value as Grant[]).map((grant) => ({
      ...grant,
      ...(grant.organizationIds && { organizationIds: [...new Set(grant.organizationIds.map(survivorOf))] }),
    })),
  idsIn: (value) => (value as Grant[]).flatMap(({ organizationIds = [] }) => organizationIds),
});

/** That a wish is open once for a service: a student who has both open keeps both. */
const openKey = {
  field: 'openKey',
  from: ['studentId', 'wish', 'term'],
  make: (record: Record<string, unknown>) => openKeyOf(record as unknown as ReferralRecord),
};

/**
 * Every stored link to what can be merged. Consents are not among them: nothing of one is ever changed, so they are asked
 * by all ids that an organization has had. Nor is what lies sealed with a student: there an id that is not found any more
 * is looked up (merge-store.ts).
 */
export const MERGED_LINKS: Record<MergedKind, readonly MergedLink[]> = {
  organization: [
    link(services, 'organizationId'),
    link(locations, 'organizationId'),
    link(agreements, 'organizationId'),
    link(partnerDocuments, 'organizationId'),
    link(referrals, 'organizationId'),
    link(disclosures, 'organizationId'),
    link(suggestions, 'organizationId'),
    grants,
  ],
  location: [link(servicesAtLocations, 'locationId')],
  service: [
    link(servicesAtLocations, 'serviceId'),
    link(placements, 'serviceId'),
    link(referrals, 'serviceId', { also: openKey }),
    link(suggestions, 'serviceId'),
  ],
  'service-at-location': [link(placements, 'offerId'), link(referrals, 'offerId'), link(planRows, 'offerId')],
};
