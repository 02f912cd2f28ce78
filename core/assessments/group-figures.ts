import type { Level } from './framework.ts';
import type { AssessmentQuestion } from './question-list.ts';
import { newestRatings, type Rating } from './rating.ts';

/** Where a place stands in a group of questions. */
export interface GroupFigure {
  group: string;
  /** Questions that are asked, and of them those that are rated. */
  asked: number;
  rated: number;
  /** The mean of the rated ones; null where none is. */
  mean: number | null;
}

type Rated = Pick<Rating, 'question' | 'number' | 'level'>;
type Asked = Pick<AssessmentQuestion, 'id' | 'group'>;

/** The level at which each question stands, without those that are not rated or no longer asked. */
export function levelsOf(questions: readonly Asked[], ratings: readonly Rated[]): Map<string, Level> {
  const newest = newestRatings(ratings);
  return new Map(
    questions.flatMap(({ id }) => {
      const level = newest.get(id)?.level ?? null;
      return level === null ? [] : [[id, level] as const];
    }),
  );
}

/** Every group that is asked about, in the order of its first question. */
export function groupFigures(questions: readonly Asked[], ratings: readonly Rated[]): GroupFigure[] {
  const levels = levelsOf(questions, ratings);
  return [...new Set(questions.map(({ group }) => group))].map((group) => {
    const own = questions.filter((question) => question.group === group);
    const rated = own.flatMap(({ id }) => levels.get(id) ?? []);
    const sum = rated.reduce<number>((all, level) => all + level, 0);
    return {
      group,
      asked: own.length,
      rated: rated.length,
      mean: rated.length > 0 ? sum / rated.length : null,
    };
  });
}

/** The level that a mean is called by: the nearest one, the lower of two. */
export function nearestLevel(mean: number): Level {
  if (mean <= 1.5) return 1;
  if (mean <= 2.5) return 2;
  return mean <= 3.5 ? 3 : 4;
}
