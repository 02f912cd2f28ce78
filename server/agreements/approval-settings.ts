import type { Connection } from 'mongoose';
import type { ApprovalMode } from '../../core/agreements/agreement-rules.ts';
import type { Deps } from '../deps.ts';
import { model, type Stored, toStored } from '../store/collection.ts';
import { type ApprovalSetting, approvalSettings } from './agreement-collections.ts';

/** What holds in each of these districts: its own choice, or that of data/agreements. */
export async function approvalModes(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  districtIds: Iterable<string>,
): Promise<Map<string, ApprovalMode>> {
  const ids = [...new Set(districtIds)];
  const found = await settingsOf(db)
    .find({ _id: { $in: ids } })
    .lean<Stored<ApprovalSetting>[]>();
  const chosen = new Map(found.map(({ _id, mode }) => [_id, mode]));
  return new Map(ids.map((id) => [id, chosen.get(id) ?? rules.agreements.approval]));
}

export async function saveApprovalMode(db: Connection, setting: ApprovalSetting): Promise<void> {
  const stored = toStored(setting);
  await settingsOf(db).replaceOne({ _id: stored._id }, stored, { upsert: true });
}

const settingsOf = (db: Connection) => model<ApprovalSetting>(db, approvalSettings);
