import type { QuestionKind, SurveyQuestion } from '../../../core/surveys/question.ts';
import type { SurveyLanguage, Words } from '../../../core/surveys/words.ts';

/** A question as somebody types it: texts by language, choices one on each line. */
export interface OwnQuestion {
  kind: QuestionKind;
  text: Words;
  options: Partial<Record<SurveyLanguage, string>>;
  low: Words;
  high: Words;
  terms: readonly string[];
}

export const NO_QUESTION: OwnQuestion = { kind: 'many', text: {}, options: {}, low: {}, high: {}, terms: [] };

/** The question that was typed; undefined where something of it is missing in a language. */
export function madeQuestion(
  own: OwnQuestion,
  languages: readonly SurveyLanguage[],
  id: string,
): SurveyQuestion | undefined {
  const { kind, text, low, high, terms } = own;
  const isSaid = (words: Words) => languages.length > 0 && languages.every((language) => words[language]);
  if (!isSaid(text)) return undefined;
  const base = { id, text };
  if (kind === 'yes-no' || kind === 'text') return { kind, ...base };
  if (kind === 'scale') return isSaid(low) && isSaid(high) ? { kind, ...base, low, high } : undefined;
  if (kind === 'needs') return terms.length > 0 ? { kind, ...base, terms: [...terms] } : undefined;
  const options = optionsOf(own, languages);
  return options ? { kind, ...base, options } : undefined;
}

function optionsOf({ options }: OwnQuestion, languages: readonly SurveyLanguage[]) {
  const lines = languages.map((language) =>
    (options[language] ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const count = lines[0]?.length ?? 0;
  if (count < 2 || lines.some((list) => list.length !== count)) return undefined;
  return Array.from({ length: count }, (_, at) => ({
    id: `choice-${at + 1}`,
    text: Object.fromEntries(languages.map((language, n) => [language, lines[n]?.[at] ?? ''])),
  }));
}
