import type { HsdsWorld } from './hsds-world.ts';

/** What services can be asked for, each narrowing the others. */
export interface ServiceFilter {
  taxonomy_term_id?: string | undefined;
  taxonomy_id?: string | undefined;
  organization_id?: string | undefined;
}

export const NOTHING = { _id: { $in: [] as string[] } };

/** The services that carry a term, or one below it as in Find; of a taxonomy any of its terms. */
export async function serviceConditions(world: HsdsWorld, asked: ServiceFilter): Promise<object[]> {
  const { taxonomy_term_id: term, taxonomy_id: taxonomy, organization_id: organization } = asked;
  return [
    ...(term === undefined ? [] : [await withTerm(world, term)]),
    ...(taxonomy === undefined ? [] : [await withTaxonomy(world, taxonomy)]),
    ...(organization === undefined ? [] : [{ organizationId: organization }]),
  ];
}

async function withTerm({ taxonomy, vocabulary, sourceTerms }: HsdsWorld, id: string): Promise<object> {
  const own = taxonomy.terms.find((term) => vocabulary.ownTermId(term.id) === id);
  if (own) return { terms: { $in: [...taxonomy.within(own.id)] } };
  const foreign = (await sourceTerms()).find((term) => vocabulary.sourceTermId(term) === id);
  if (!foreign) return NOTHING;
  const { taxonomy: name, code, name: label } = foreign;
  const told = (value: string | undefined) => value ?? { $exists: false };
  return { sourceTerms: { $elemMatch: { taxonomy: told(name), code: told(code), name: label } } };
}

async function withTaxonomy({ vocabulary, sourceTerms }: HsdsWorld, id: string): Promise<object> {
  if (vocabulary.ownTaxonomy.id === id) return { 'terms.0': { $exists: true } };
  const names = (await sourceTerms()).flatMap(({ taxonomy }) => taxonomy ?? []);
  const name = names.find((each) => vocabulary.taxonomy(each).id === id);
  return name === undefined ? NOTHING : { 'sourceTerms.taxonomy': name };
}

/** Those that meet all conditions; without any, all. */
export function all(conditions: readonly object[]): object {
  return conditions.length > 0 ? { $and: [...conditions] } : {};
}
