import type { DomainId, Term } from '../../core/taxonomy/term.ts';
import type { Language } from '../text/translate.ts';

/** The tree of terms as the interface asks for it. */
export interface Terms {
  all: readonly Term[];
  get(id: string): Term | undefined;
  /** What people call it; the id where it is unknown. */
  label(id: string, language: Language): string;
  /** The term and its ancestors, nearest first. */
  lineage(id: string): readonly Term[];
  domainOf(id: string): DomainId | null;
  childrenOf(id: string | null): readonly Term[];
}

export function indexTerms(all: readonly Term[]): Terms {
  const byId = new Map(all.map((term) => [term.id, term]));
  const children = new Map<string | null, Term[]>();
  for (const term of all) children.set(term.parent, [...(children.get(term.parent) ?? []), term]);
  const lineage = (id: string) => {
    const line: Term[] = [];
    for (let term = byId.get(id); term; term = term.parent ? byId.get(term.parent) : undefined)
      line.push(term);
    return line;
  };
  return {
    all,
    get: (id) => byId.get(id),
    label: (id, language) => byId.get(id)?.label[language] ?? id,
    lineage,
    domainOf: (id) => (lineage(id).at(-1)?.id ?? null) as DomainId | null,
    childrenOf: (id) => children.get(id) ?? [],
  };
}
