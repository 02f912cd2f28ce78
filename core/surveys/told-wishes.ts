import { monthOf } from '../schedule/school-year.ts';
import type { UnmetEntry } from '../unmet/unmet-note.ts';
import type { SurveyResults } from './count-answers.ts';
import type { SurveyQuestion } from './question.ts';

interface CountedSurvey {
  questions: readonly SurveyQuestion[];
  results: SurveyResults;
  countedAt: string;
}

/** What the people of a survey said they need, as its results tell it, where nobody in the directory offers it. */
export function toldWishes(
  { questions, results, countedAt }: CountedSurvey,
  isOffered: (term: string) => boolean,
): UnmetEntry[] {
  const month = monthOf(countedAt);
  const asked = new Set(questions.filter(({ kind }) => kind === 'needs').map(({ id }) => id));
  return results.groups.flatMap(({ schoolIds, questions: counted }) => {
    const [schoolId, ...others] = schoolIds;
    const place =
      schoolId !== undefined && others.length === 0
        ? ({ where: 'school', schoolId } as const)
        : ({ where: 'several' } as const);
    return counted
      .filter(({ id }) => asked.has(id))
      .flatMap(({ counts }) => Object.entries(counts))
      .flatMap(([term, times]): UnmetEntry[] =>
        times === null || isOffered(term)
          ? []
          : [{ source: 'survey', term, ...place, from: month, to: month, times }],
      );
  });
}
