import type { Connection } from 'mongoose';
import type { RetentionItem, RetentionReport } from '../../core/retention/retention-report.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { retentionReports } from './retention-collection.ts';

export async function beginReport(db: Connection, report: RetentionReport): Promise<void> {
  await reportsOf(db).create(toStored(report));
}

export async function addItem(db: Connection, id: string, item: RetentionItem): Promise<void> {
  await reportsOf(db).updateOne({ _id: id }, { $push: { items: item } } as object);
}

/** @throws Error when the report is gone */
export async function endReport(db: Connection, id: string, at: Date): Promise<RetentionReport> {
  const ended = await reportsOf(db)
    .findOneAndUpdate({ _id: id }, { $set: { finishedAt: at.toISOString() } } as object, {
      returnDocument: 'after',
    })
    .lean<Stored<RetentionReport>>();
  if (!ended) throw new Error('the report of this clearing is gone');
  return fromStored<RetentionReport>(ended);
}

/** The newest reports first. */
export async function listReports(db: Connection, limit = 100): Promise<RetentionReport[]> {
  const found = await reportsOf(db)
    .find()
    .sort({ startedAt: -1, _id: 1 })
    .limit(limit)
    .lean<Stored<RetentionReport>[]>();
  return found.map((report) => fromStored<RetentionReport>(report));
}

const reportsOf = (db: Connection) => model<RetentionReport>(db, retentionReports);
