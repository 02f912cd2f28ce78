import { compact } from '../../core/imports/compact.ts';
import type { Finding, RowPlace } from '../../core/imports/finding.ts';
import { findingOf } from '../../core/imports/finding.ts';
import type { ForeignTerm } from '../../core/taxonomy/crosswalk.ts';
import type { UnmappedTerm } from './import-result.ts';

/** Distinct terms that are listed; a taxonomy of more is no taxonomy. */
const MOST = 20_000;

/** Counts the terms that nothing maps, each once, with where it was met first. */
export class UnmappedTerms {
  private readonly terms = new Map<string, UnmappedTerm & { place: RowPlace }>();

  add(term: ForeignTerm, place: RowPlace): void {
    const key = JSON.stringify([term.taxonomy, term.code, term.name]);
    const known = this.terms.get(key);
    if (known) known.count += 1;
    else if (this.terms.size < MOST) this.terms.set(key, { ...compact(term), count: 1, place });
  }

  /** The most frequent first. */
  list(): UnmappedTerm[] {
    return this.sorted().map(({ place: _, ...term }) => term);
  }

  findings(): Finding[] {
    return this.sorted().map(({ place, name, code, taxonomy, count }) => {
      const detail =
        `${[taxonomy, code].filter(Boolean).join(' ')} (${count} ${count === 1 ? 'record' : 'records'}).`.trim();
      return findingOf(
        { code: 'unmapped-term', value: name, action: 'kept', detail },
        { file: place.file, line: place.line },
      );
    });
  }

  private sorted() {
    return [...this.terms.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }
}
