import type { Connection } from 'mongoose';
import type { PutOff } from '../../core/home/put-off.ts';
import type { WaitingKind } from '../../core/home/waiting.ts';
import { model } from '../store/collection.ts';
import { type PutOffRecord, putOffs } from './put-off-collection.ts';

const TWO_DAYS_MS = 2 * 86_400_000;

export async function readPutOffs(db: Connection, accountId: string): Promise<PutOff[]> {
  return putOffsIn(db).find({ accountId }, { _id: 0, kind: 1, count: 1, on: 1 }).lean<PutOff[]>();
}

/** Doing it again notes how much waits now. */
export async function savePutOff(
  db: Connection,
  accountId: string,
  { kind, ...putOff }: PutOff,
  now: Date,
): Promise<void> {
  const clearAt = new Date(now.getTime() + TWO_DAYS_MS);
  await putOffsIn(db).updateOne(
    { _id: idOf(accountId, kind) },
    { $set: { accountId, kind, ...putOff, clearAt } },
    { upsert: true },
  );
}

export async function takeBack(db: Connection, accountId: string, kind: WaitingKind): Promise<void> {
  await putOffsIn(db).deleteOne({ _id: idOf(accountId, kind) });
}

function idOf(accountId: string, kind: WaitingKind): string {
  return `${accountId}/${kind}`;
}

function putOffsIn(db: Connection) {
  return model<PutOffRecord>(db, putOffs);
}
