import type { Passing } from '../../core/consents/covers.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { Deps } from '../deps.ts';
import { readServicesOf } from '../directory/directory-store.ts';
import { readFormerIds } from '../duplicates/merge-store.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';

type Asked = Pick<DisclosureRecord, 'organizationId' | 'records' | 'purpose'>;

/** What is to be passed on, as the consents are asked for it on a day. */
export async function passingOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  student: Passing['student'],
  { organizationId, records, purpose }: Asked,
  day: string,
): Promise<Passing> {
  const [organizationTerms, former] = await Promise.all([
    termsOf({ db, rules }, organizationId),
    readFormerIds(db, [organizationId]),
  ]);
  const formerIds = former.get(organizationId);
  return { student, organizationId, formerIds, organizationTerms, records, purpose, at: day };
}

/** What an organization offers today, with everything above it. */
export async function termsOf(
  deps: Pick<Deps, 'db' | 'rules'>,
  organizationId: string,
): Promise<readonly string[]> {
  return (await termsOfEach(deps, [organizationId])).get(organizationId) ?? [];
}

/** The same of several in one round trip; one that offers nothing is not among them. */
export async function termsOfEach(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  organizationIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const services = await readServicesOf(db, [...new Set(organizationIds)]);
  const offered = new Map<string, string[]>();
  for (const { organizationId, terms } of services)
    offered.set(organizationId, [...(offered.get(organizationId) ?? []), ...terms]);
  return new Map([...offered].map(([id, terms]) => [id, withAbove(rules.taxonomy, terms)]));
}

function withAbove(taxonomy: Taxonomy, terms: readonly string[]): string[] {
  return [...new Set(terms.flatMap((term) => taxonomy.lineage(term)))];
}
