import { z } from 'zod';
import { DOMAIN_IDS } from './term.ts';

const DOMAINS: ReadonlySet<string> = new Set(DOMAIN_IDS);

/** One term of a foreign taxonomy and what it is in ours. */
export const CrosswalkTerm = z
  .strictObject({
    code: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    /** Ids of our terms. Empty: known, and says whom a service is for rather than what it is. */
    to: z.array(z.string()),
  })
  .refine((term) => term.code !== undefined || term.name !== undefined, 'needs a code or a name');
export type CrosswalkTerm = z.infer<typeof CrosswalkTerm>;

/** From a foreign taxonomy to ours; a file of data/crosswalks. */
export const Crosswalk = z.strictObject({
  /** Names or ids by which sources call the taxonomy; "*" stands for sources that name none. */
  taxonomy: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
  terms: z.array(CrosswalkTerm),
});
export type Crosswalk = z.infer<typeof Crosswalk>;

/** A term as a source gave it. */
export interface ForeignTerm {
  taxonomy?: string | undefined;
  code?: string | undefined;
  name: string;
}

/** Our term ids in the order of the source's, each once, and the source terms that no crosswalk knows. */
export interface MappedTerms<T extends ForeignTerm> {
  terms: string[];
  unmapped: T[];
}

/**
 * Maps the source terms of one service. A code is looked up first, and where the source names a taxonomy that a
 * crosswalk is for, only there; then the name, there and in all others. Letters' case, accents and signs are no
 * difference. A whole domain ("Care", "Health") counts only where no other term of the service says more.
 */
export function mapSourceTerms<T extends ForeignTerm>(
  crosswalks: readonly Crosswalk[],
  sourceTerms: readonly T[],
): MappedTerms<T> {
  const found = sourceTerms.map((term) => findTerm(crosswalks, term));
  const said = [...new Set(found.flatMap((term) => term?.to ?? []))];
  const clear = said.filter((id) => !DOMAINS.has(id));
  return {
    terms: clear.length > 0 ? clear : said,
    unmapped: sourceTerms.filter((_, index) => found[index] === undefined),
  };
}

/** What two spellings of one name have in common: "Help Pay for Food" and "help pay for food." */
export function normalName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();
}

function findTerm(crosswalks: readonly Crosswalk[], term: ForeignTerm): CrosswalkTerm | undefined {
  const indexes = crosswalks.map(indexOf);
  const system = normalName(term.taxonomy ?? '');
  // A source that names no taxonomy is like "*": both are nothing once normal.
  const named = indexes.filter((index) => index.systems.has(system));
  const code = term.code?.trim() ?? '';
  const name = normalName(term.name);
  return (
    first(named.length > 0 ? named : indexes, (index) => index.byCode.get(code)) ??
    first([...named, ...indexes], (index) => index.byName.get(name))
  );
}

function first<T>(
  indexes: readonly CrosswalkIndex[],
  look: (index: CrosswalkIndex) => T | undefined,
): T | undefined {
  for (const index of indexes) {
    const found = look(index);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface CrosswalkIndex {
  systems: ReadonlySet<string>;
  byCode: ReadonlyMap<string, CrosswalkTerm>;
  byName: ReadonlyMap<string, CrosswalkTerm>;
}

/** Made once for each crosswalk, when it is first asked. */
const INDEXES = new WeakMap<Crosswalk, CrosswalkIndex>();

function indexOf(crosswalk: Crosswalk): CrosswalkIndex {
  const known = INDEXES.get(crosswalk);
  if (known !== undefined) return known;
  const index = {
    systems: new Set(crosswalk.taxonomy.map(normalName)),
    byCode: new Map(crosswalk.terms.flatMap((term) => (term.code ? [[term.code, term] as const] : []))),
    byName: new Map(
      crosswalk.terms.flatMap((term) => (term.name ? [[normalName(term.name), term] as const] : [])),
    ),
  };
  INDEXES.set(crosswalk, index);
  return index;
}
