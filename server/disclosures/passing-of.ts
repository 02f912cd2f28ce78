import type { Passing } from '../../core/consents/covers.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { Deps } from '../deps.ts';
import { readServicesOf } from '../directory/directory-store.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';

type Asked = Pick<DisclosureRecord, 'organizationId' | 'records' | 'purpose'>;

/** What is to be passed on, as the consents are asked for it on a day. */
export async function passingOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  student: Passing['student'],
  { organizationId, records, purpose }: Asked,
  day: string,
): Promise<Passing> {
  const organizationTerms = await termsOf({ db, rules }, organizationId);
  return { student, organizationId, organizationTerms, records, purpose, at: day };
}

/** What an organization offers today, with everything above it. */
export async function termsOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  organizationId: string,
): Promise<string[]> {
  const services = await readServicesOf(db, organizationId);
  return withAbove(
    rules.taxonomy,
    services.flatMap(({ terms }) => terms),
  );
}

function withAbove(taxonomy: Taxonomy, terms: readonly string[]): string[] {
  return [...new Set(terms.flatMap((term) => taxonomy.lineage(term)))];
}
