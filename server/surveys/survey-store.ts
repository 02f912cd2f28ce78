import type { Connection } from 'mongoose';
import type { SurveyResults } from '../../core/surveys/count-answers.ts';
import type { SurveyDraft } from '../../core/surveys/survey.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type SurveyLinkRecord, type SurveyRecord, surveyLinks, surveys } from './survey-collections.ts';

/** More than any district asks in some years. */
const MOST_LISTED = 500;

export async function createSurvey(db: Connection, record: SurveyRecord): Promise<void> {
  await surveysOf(db).create(toStored<SurveyRecord>(record));
}

export async function readSurvey(db: Connection, id: string): Promise<SurveyRecord | undefined> {
  const found = await surveysOf(db).findById(id).lean<Stored<SurveyRecord>>();
  return found ? fromStored<SurveyRecord>(found) : undefined;
}

/** Those that changed last come first. */
export async function listSurveys(db: Connection): Promise<SurveyRecord[]> {
  const found = await surveysOf(db)
    .find()
    .sort({ changedAt: -1 })
    .limit(MOST_LISTED)
    .lean<Stored<SurveyRecord>[]>();
  return found.map((record) => fromStored<SurveyRecord>(record));
}

/** Whether it was written: false once it is open, and where it is no longer at the version that was changed. */
export async function writeDraft(
  db: Connection,
  id: string,
  version: number,
  draft: SurveyDraft,
  changedAt: string,
): Promise<boolean> {
  return isChanged(
    db,
    { _id: id, version, openedAt: { $exists: false } },
    { ...draft, version: version + 1, changedAt },
  );
}

/** Whether it was opened: false where it is open already or was changed in the meantime. */
export function openSurvey(db: Connection, id: string, version: number, openedAt: string): Promise<boolean> {
  return isChanged(db, { _id: id, version, openedAt: { $exists: false } }, { openedAt, changedAt: openedAt });
}

/** From now on no answer is taken. False where somebody else has ended it. */
export function endSurvey(db: Connection, id: string, countedAt: string): Promise<boolean> {
  const filter = { _id: id, openedAt: { $exists: true }, countedAt: { $exists: false } };
  return isChanged(db, filter, { countedAt, changedAt: countedAt });
}

export async function writeResults(db: Connection, id: string, results: SurveyResults): Promise<void> {
  await isChanged(db, { _id: id }, { results });
}

/** Only one that was never open: nobody has answered it. */
export async function deleteDraft(db: Connection, id: string): Promise<boolean> {
  const { deletedCount } = await surveysOf(db).deleteOne({ _id: id, openedAt: { $exists: false } });
  return deletedCount === 1;
}

export async function addLink(db: Connection, record: SurveyLinkRecord): Promise<void> {
  await linksOf(db).create(toStored<SurveyLinkRecord>(record));
}

/** The codes of some surveys. */
export async function listLinks(db: Connection, surveyIds: readonly string[]): Promise<SurveyLinkRecord[]> {
  const found = await linksOf(db)
    .find({ surveyId: { $in: surveyIds } })
    .sort({ surveyId: 1, schoolId: 1 })
    .lean<Stored<SurveyLinkRecord>[]>();
  return found.map((record) => fromStored<SurveyLinkRecord>(record));
}

export async function readLink(db: Connection, code: string): Promise<SurveyLinkRecord | undefined> {
  const found = await linksOf(db).findById(code).lean<Stored<SurveyLinkRecord>>();
  return found ? fromStored<SurveyLinkRecord>(found) : undefined;
}

async function isChanged(db: Connection, filter: object, change: Partial<SurveyRecord>): Promise<boolean> {
  const { matchedCount } = await surveysOf(db).updateOne(filter, { $set: change } as object);
  return matchedCount === 1;
}

const surveysOf = (db: Connection) => model<SurveyRecord>(db, surveys);
const linksOf = (db: Connection) => model<SurveyLinkRecord>(db, surveyLinks);
