import type { Deps } from '../deps.ts';
import { findWithTexts } from './answer-store.ts';
import { openTexts } from './seal-answer.ts';
import type { SurveyRecord } from './survey-collections.ts';

/** What people wrote to one question at some schools. */
export interface AnswerTexts {
  questionId: string;
  schoolIds: string[];
  texts: string[];
}

/**
 * Answers in words of a survey that has been counted, where the results tell that there are enough of them. They come
 * in the order of the alphabet, so that neither who nor when shows, and nothing ties two answers of one person.
 */
export async function readAnswerTexts(
  { db, sealing }: Pick<Deps, 'db' | 'sealing'>,
  { id, results }: SurveyRecord,
  mayRead: (schoolIds: readonly string[]) => boolean,
): Promise<AnswerTexts[]> {
  const found: AnswerTexts[] = [];
  for (const { schoolIds, questions } of (results?.groups ?? []).filter((group) =>
    mayRead(group.schoolIds),
  )) {
    const told = questions.filter(({ texts }) => texts !== null);
    if (told.length === 0) continue;
    const opened = (await findWithTexts(db, id, schoolIds)).map((answer) => openTexts(sealing, answer));
    for (const { id: questionId } of told) {
      const texts = opened.flatMap((answer) => answer[questionId] ?? []);
      found.push({ questionId, schoolIds, texts: texts.sort((a, b) => a.localeCompare(b)) });
    }
  }
  return found;
}
