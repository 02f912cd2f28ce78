import { hideTogether } from '../privacy/hide-together.ts';
import type { AnswerParts } from './answer.ts';
import { groupSchools } from './group-schools.ts';
import { choicesOf, type SurveyQuestion, takesMany } from './question.ts';

/** An answer as it is counted. */
export interface CountedAnswer extends Pick<AnswerParts, 'choices'> {
  schoolId: string;
  /** Questions that were answered in words. */
  textIds: readonly string[];
}

/** How often each choice was made; null where that is hidden. */
export interface QuestionCounts {
  id: string;
  counts: Record<string, number | null>;
  /** Answers in words, from the threshold on. */
  texts: number | null;
}

/** Schools that are told together: one, or several that are too small alone. */
export interface ResultGroup {
  schoolIds: string[];
  /** In whole tens, below: "40 or more". Null: fewer than the threshold. */
  answersFrom: number | null;
  questions: QuestionCounts[];
}

export interface SurveyResults {
  threshold: number;
  groups: ResultGroup[];
}

/**
 * The results of a survey, counted once, when no more answers come in. Every school is told by itself, small ones
 * together; no answer is in two groups, and nothing is told of all groups but sums of what each tells. Within a group
 * each question is closed: no count below the threshold is told, and none follows from the others.
 */
export function countAnswers(
  questions: readonly SurveyQuestion[],
  answers: readonly CountedAnswer[],
  threshold: number,
): SurveyResults {
  const groups = groupSchools(answers, threshold).map((schoolIds) => {
    const here = answers.filter(({ schoolId }) => schoolIds.includes(schoolId));
    return {
      schoolIds,
      answersFrom: wholeTens(here.length, threshold),
      questions: questions.map((question) => countQuestion(question, here, threshold)),
    };
  });
  return { threshold, groups };
}

/** How many answers there are, in whole tens, so that nobody learns of the last one that came. */
export function wholeTens(count: number, threshold: number): number | null {
  return count < threshold ? null : Math.max(threshold, Math.floor(count / 10) * 10);
}

function countQuestion(
  question: SurveyQuestion,
  answers: readonly CountedAnswer[],
  threshold: number,
): QuestionCounts {
  const count = (choice: string) =>
    answers.filter(({ choices }) => choices[question.id]?.includes(choice)).length;
  const rows = choicesOf(question).map((choice) => ({ choice, times: count(choice) }));
  const hidden = takesMany(question)
    ? hiddenOfMany(rows, answers.length, threshold)
    : hiddenOfOne(rows, threshold);
  const texts = answers.filter(({ textIds }) => textIds.includes(question.id)).length;
  return {
    id: question.id,
    counts: Object.fromEntries(rows.map((row) => [row.choice, hidden.has(row) ? null : row.times])),
    texts: wholeTens(texts, threshold),
  };
}

interface Row {
  choice: string;
  times: number;
}

/** Each excludes the others: what is hidden is hidden with others, so that it follows from no sum. */
function hiddenOfOne(rows: readonly Row[], threshold: number): Set<Row> {
  const times = (row: Row) => row.times;
  return hideTogether(rows, { idOf: ({ choice }) => choice, sizeOf: times, parts: [times] }, threshold);
}

/** Each may go with any other: one is told where neither those who made it nor the others are a handful. */
function hiddenOfMany(rows: readonly Row[], answers: number, threshold: number): Set<Row> {
  return new Set(rows.filter(({ times }) => times < threshold || answers - times < threshold));
}
