import type { Connection } from 'mongoose';
import type { CountedAnswer } from '../../core/surveys/count-answers.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type SurveyAnswerRecord, surveyAnswers } from './survey-collections.ts';

/** Takes an answer; one whose id is there already changes nothing. */
export async function keepAnswer(db: Connection, record: SurveyAnswerRecord): Promise<void> {
  await insertOnce(answersOf(db), toStored<SurveyAnswerRecord>(record));
}

export async function dropAnswer(db: Connection, id: string): Promise<void> {
  await answersOf(db).deleteOne({ _id: id });
}

export async function readAnswer(db: Connection, id: string): Promise<SurveyAnswerRecord | undefined> {
  const found = await answersOf(db).findById(id).lean<Stored<SurveyAnswerRecord>>();
  return found ? fromStored<SurveyAnswerRecord>(found) : undefined;
}

/** All answers of a survey as they are counted. */
export async function readCountedAnswers(db: Connection, surveyId: string): Promise<CountedAnswer[]> {
  return answersOf(db)
    .find({ surveyId }, { _id: 0, schoolId: 1, choices: 1, textIds: 1 })
    .lean<CountedAnswer[]>();
}

interface Taken {
  surveyId: string;
  schoolId: string;
  answers: number;
}

/** How many answers each of some surveys has, by survey and school. */
export function countTaken(db: Connection, surveyIds: readonly string[]): Promise<Taken[]> {
  return countBySchool(db, { surveyId: { $in: [...surveyIds] } });
}

/** How many of them have a name that nobody has looked at. */
export function countNamed(db: Connection, surveyIds: readonly string[]): Promise<Taken[]> {
  return countBySchool(db, { surveyId: { $in: [...surveyIds] }, sealedBy: { $exists: true } });
}

async function countBySchool(db: Connection, filter: object): Promise<Taken[]> {
  const found = await answersOf(db).aggregate<{
    _id: Pick<Taken, 'surveyId' | 'schoolId'>;
    answers: number;
  }>([
    { $match: filter },
    { $group: { _id: { surveyId: '$surveyId', schoolId: '$schoolId' }, answers: { $sum: 1 } } },
  ]);
  return found.map(({ _id, answers }) => ({ ..._id, answers }));
}

/** Answers with words, of some schools. */
export async function findWithTexts(
  db: Connection,
  surveyId: string,
  schoolIds: readonly string[],
): Promise<SurveyAnswerRecord[]> {
  const found = await answersOf(db)
    .find({ surveyId, schoolId: { $in: schoolIds }, sealedTexts: { $exists: true } })
    .lean<Stored<SurveyAnswerRecord>[]>();
  return found.map((record) => fromStored<SurveyAnswerRecord>(record));
}

/** Answers with a name, of some schools, the oldest first. */
export async function findNamed(
  db: Connection,
  surveyId: string,
  schoolIds: readonly string[],
): Promise<SurveyAnswerRecord[]> {
  const found = await answersOf(db)
    .find({ surveyId, schoolId: { $in: schoolIds }, sealedBy: { $exists: true } })
    .sort({ day: 1, _id: 1 })
    .lean<Stored<SurveyAnswerRecord>[]>();
  return found.map((record) => fromStored<SurveyAnswerRecord>(record));
}

/** Forgets who gave an answer. False where somebody else has done so. */
export async function forgetName(db: Connection, id: string): Promise<boolean> {
  const filter = { _id: id, sealedBy: { $exists: true } } as object;
  const { matchedCount } = await answersOf(db).updateOne(filter, { $unset: { sealedBy: 1 } } as object);
  return matchedCount === 1;
}

const answersOf = (db: Connection) => model<SurveyAnswerRecord>(db, surveyAnswers);
