import { randomUUID } from 'node:crypto';
import type { RecordKind } from '../../core/corrections/correction.ts';
import { MOST_RECORDS, type ToldRecord } from '../../core/webhooks/message.ts';
import { readStandings } from '../corrections/standing.ts';
import { AppError } from '../http/app-error.ts';
import { dropDeliveries } from './delivery-store.ts';
import { webhooksFor } from './webhook-store.ts';
import { ourAddress, sendNow, type TellingDeps, writeMessages } from './write-messages.ts';

export type ChangingRecord = Omit<ToldRecord, 'url'>;

/** Longer than any change takes. Where nobody lets a message go by then, the process has died somewhere in between. */
const HELD_MS = 10 * 60_000;

/**
 * Changes records of the directory and tells of it. What is told is written down first and held back until the change is
 * made: whatever dies in between, no change stays untold, and who hears of one that did not come about reads what there
 * is. Of what was refused nothing is told, where `isUnchanged` says then that nothing before it was changed either.
 */
export async function whileTelling<T>(
  deps: TellingDeps,
  records: readonly ChangingRecord[],
  change: () => Promise<T>,
  isUnchanged: () => boolean = () => true,
): Promise<T> {
  const held = await holdMessages(deps, records);
  try {
    const done = await change();
    await sendNow(deps, held);
    return done;
  } catch (error) {
    if (error instanceof AppError && isUnchanged()) await dropDeliveries(deps.db, held);
    throw error;
  }
}

async function holdMessages(deps: TellingDeps, records: readonly ChangingRecord[]): Promise<string[]> {
  const { db, clock } = deps;
  if (records.length === 0 || (await webhooksFor(db, 'directory.changed')).length === 0) return [];
  const open = await withoutSecret(deps, records);
  const at = clock().toISOString();
  const leavesAt = new Date(clock().getTime() + HELD_MS);
  const ids: string[] = [];
  for (let from = 0; from < open.length; from += MOST_RECORDS) {
    const data = {
      records: open.slice(from, from + MOST_RECORDS).map((record) => withAddress(deps, record)),
    };
    const telling = { type: 'directory.changed', key: [randomUUID()], at, dataFor: () => data } as const;
    ids.push(...(await writeMessages(deps, telling, leavesAt)));
  }
  return ids;
}

/** Nothing is told of what tells where a confidential place is. One that was merged is as what stands for it. */
async function withoutSecret(
  { db }: TellingDeps,
  records: readonly ChangingRecord[],
): Promise<ChangingRecord[]> {
  const refOf = ({ kind, id, into }: ChangingRecord) => ({ kind, id: into ?? id });
  const standing = await readStandings(db, records.map(refOf));
  return records.filter((record) => standing(refOf(record))?.isSecret === false);
}

const PATHS: Record<RecordKind, string> = {
  organization: '/hsds/organizations',
  service: '/hsds/services',
  location: '/api/v1/locations',
  'service-at-location': '/hsds/service_at_locations',
};

function withAddress(deps: TellingDeps, record: ChangingRecord): ToldRecord {
  return { ...record, url: ourAddress(deps, `${PATHS[record.kind]}/${record.id}`) };
}
