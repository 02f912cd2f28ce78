import type { Connection } from 'mongoose';
import {
  type AssessmentQuestion,
  questionsInYear,
  standardQuestions,
} from '../../core/assessments/question-list.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { assessmentQuestions, type QuestionsVersion } from './assessment-collections.ts';

/** The versions of these districts' own questions, newest first; none where one goes by data/assessments. */
export async function listQuestionVersions(
  db: Connection,
  districtIds: readonly string[],
): Promise<QuestionsVersion[]> {
  const found = await versionsOf(db)
    .find({ districtId: { $in: [...districtIds] } })
    .lean<Stored<QuestionsVersion>[]>();
  return found.map((version) => fromStored<QuestionsVersion>(version)).sort((a, b) => b.number - a.number);
}

/** Whether it was saved: false where somebody else has made this version before. */
export async function saveQuestions(db: Connection, version: Omit<QuestionsVersion, 'id'>): Promise<boolean> {
  const id = `${version.districtId}:${version.number}`;
  return insertOnce(versionsOf(db), toStored<QuestionsVersion>({ ...version, id }));
}

export type AskedIn = (districtId: string, year: number) => readonly AssessmentQuestion[];

/** What these districts ask in each year. One query. */
export async function askedIn(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  districtIds: readonly string[],
): Promise<AskedIn> {
  const versions = await listQuestionVersions(db, districtIds);
  const standard = standardQuestions(rules.assessments.frameworks);
  return (districtId, year) =>
    questionsInYear(
      versions.filter((version) => version.districtId === districtId),
      standard,
      year,
    );
}

const versionsOf = (db: Connection) => model<QuestionsVersion>(db, assessmentQuestions);
