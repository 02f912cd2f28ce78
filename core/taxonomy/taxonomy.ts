import { z } from 'zod';
import { DOMAIN_IDS, type DomainId, Term } from './term.ts';

/** A checked tree of terms with the look-ups that matching, search and gaps ask for. */
export interface Taxonomy {
  terms: readonly Term[];
  get(id: string): Term | undefined;
  /** The term and all its ancestors, nearest first; empty for an unknown term. */
  lineage(id: string): readonly string[];
  /** The term and everything below it, depth first; empty for an unknown term. */
  within(id: string): readonly string[];
  /** The domain that a term belongs to. */
  domainOf(id: string): DomainId | undefined;
}

/**
 * Parses and checks a taxonomy.
 * @throws z.ZodError naming every duplicate, orphan, cycle or unknown domain.
 */
export function parseTaxonomy(input: unknown): Taxonomy {
  const terms = z.array(Term).superRefine(refuseBrokenTree).parse(input);
  const byId = new Map(terms.map((term) => [term.id, term]));
  const children = new Map<string, string[]>();
  for (const term of terms) {
    if (term.parent !== null) children.set(term.parent, [...(children.get(term.parent) ?? []), term.id]);
  }
  const lineages = new Map(terms.map((term) => [term.id, lineageOf(term.id, byId)]));
  const withins = new Map(terms.map((term) => [term.id, descendantsOf(term.id, children)]));
  return {
    terms,
    get: (id) => byId.get(id),
    lineage: (id) => lineages.get(id) ?? [],
    within: (id) => withins.get(id) ?? [],
    domainOf: (id) => lineages.get(id)?.at(-1) as DomainId | undefined,
  };
}

function refuseBrokenTree(terms: Term[], context: z.RefinementCtx): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message });
  const byId = new Map<string, Term>();
  for (const term of terms) {
    if (byId.has(term.id)) refuse(`duplicate term: ${term.id}`);
    byId.set(term.id, term);
  }
  for (const term of terms) {
    if (term.parent === null && !DOMAIN_IDS.includes(term.id as DomainId))
      refuse(`unknown domain: ${term.id}`);
    if (term.parent !== null && !byId.has(term.parent))
      refuse(`orphan: ${term.id} has no parent ${term.parent}`);
    if (isInCycle(term, byId)) refuse(`cycle: ${term.id} is its own ancestor`);
  }
}

function isInCycle(start: Term, byId: ReadonlyMap<string, Term>): boolean {
  const seen = new Set<string>();
  for (let term: Term | undefined = start; term; term = term.parent ? byId.get(term.parent) : undefined) {
    if (seen.has(term.id)) return true;
    seen.add(term.id);
  }
  return false;
}

function lineageOf(id: string, byId: ReadonlyMap<string, Term>): string[] {
  const line: string[] = [];
  for (let term = byId.get(id); term; term = term.parent ? byId.get(term.parent) : undefined)
    line.push(term.id);
  return line;
}

function descendantsOf(id: string, children: ReadonlyMap<string, readonly string[]>): string[] {
  return [id, ...(children.get(id) ?? []).flatMap((child) => descendantsOf(child, children))];
}
