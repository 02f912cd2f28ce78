import type { Term } from '../../core/taxonomy/term.ts';
import { LANGUAGES, type Language } from '../text/translate.ts';

/**
 * The terms that people may mean by what they typed, best first: by label before synonyms, by beginnings before
 * middles, in the reader's language before the other; among equals in the order of the taxonomy, the wider first.
 */
export function searchTerms(terms: readonly Term[], typed: string, language: Language, limit = 8): Term[] {
  const wanted = plain(typed);
  if (!wanted) return [];
  return terms
    .map((term) => ({ term, rank: rankOf(term, wanted, language) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ term }) => term);
}

/** The synonym that was hit, to show why a term is offered; undefined when its label was. */
export function hitSynonym(term: Term, typed: string, language: Language): string | undefined {
  const wanted = plain(typed);
  if (fitOf(plain(term.label[language]), wanted) < Number.POSITIVE_INFINITY) return undefined;
  return LANGUAGES.flatMap((other) => term.synonyms[other]).find(
    (synonym) => fitOf(plain(synonym), wanted) < Number.POSITIVE_INFINITY,
  );
}

function rankOf(term: Term, wanted: string, language: Language): number {
  const ranks = LANGUAGES.flatMap((spoken) => {
    const foreign = spoken === language ? 0 : 20;
    const synonyms = term.synonyms[spoken].map((synonym) => fitOf(plain(synonym), wanted) + 5 + foreign);
    return [fitOf(plain(term.label[spoken]), wanted) + foreign, ...synonyms];
  });
  return Math.min(...ranks);
}

/** 0 the same, 1 begins so, 2 a word begins so, 3 all words typed begin some word; infinite: no fit. */
function fitOf(text: string, wanted: string): number {
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  if (` ${text}`.includes(` ${wanted}`)) return 2;
  const words = text.split(' ');
  const all = wanted.split(' ').every((part) => words.some((word) => word.startsWith(part)));
  return all ? 3 : Number.POSITIVE_INFINITY;
}

/** Without accents, capitals and signs: "Tutoría" is found by "tutoria". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
