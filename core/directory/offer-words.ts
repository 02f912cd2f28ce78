import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { toWords } from './words.ts';

/** The most important come first, so that a very long description costs search little. */
const MOST_WORDS = 250;

/** The distinct words by which an offer is found: of its texts, then of its terms and what lies above them. */
export function offerWords(
  names: readonly (string | undefined)[],
  termsAndAbove: readonly string[],
  description: string,
  taxonomy: Taxonomy,
): string {
  const labels = termsAndAbove.flatMap((id) => {
    const term = taxonomy.get(id);
    if (!term) return [];
    return [term.label.en, term.label.es, ...term.synonyms.en, ...term.synonyms.es];
  });
  return toWords([...names, ...labels, description.slice(0, 5000)].join(' '))
    .slice(0, MOST_WORDS)
    .join(' ');
}
