import { z } from 'zod';
import { Level, QuestionId } from './framework.ts';
import { groupFigures, levelsOf } from './group-figures.ts';
import type { AssessmentQuestion } from './question-list.ts';
import { type Rating, SchoolYear } from './rating.ts';

/** What a district wants its schools to reach in a year: a level of one question, or of a group on the average. */
export const GoalFacts = z.strictObject({
  year: SchoolYear,
  on: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('question'), id: QuestionId }),
    z.strictObject({ kind: z.literal('group'), id: QuestionId }),
  ]),
  target: Level,
  note: z.string().trim().max(500),
});
export type GoalFacts = z.infer<typeof GoalFacts>;

export type GoalState = 'met' | 'not-yet' | 'not-rated';

/**
 * How a place stands towards a goal. A group meets it once all of its questions are rated: otherwise leaving out the
 * hard ones would be a way to meet it.
 */
export function goalState(
  { on, target }: Pick<GoalFacts, 'on' | 'target'>,
  questions: readonly Pick<AssessmentQuestion, 'id' | 'group'>[],
  ratings: readonly Pick<Rating, 'question' | 'number' | 'level'>[],
): GoalState {
  if (on.kind === 'question') {
    const level = levelsOf(questions, ratings).get(on.id);
    return level === undefined ? 'not-rated' : level >= target ? 'met' : 'not-yet';
  }
  const figure = groupFigures(questions, ratings).find(({ group }) => group === on.id);
  if (!figure || figure.mean === null) return 'not-rated';
  return figure.rated === figure.asked && figure.mean >= target ? 'met' : 'not-yet';
}
