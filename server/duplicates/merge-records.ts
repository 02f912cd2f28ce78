import type { Connection } from 'mongoose';
import { isStricter } from '../../core/directory/confidential.ts';
import type { Confidentiality } from '../../core/directory/service.ts';
import type { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import type { RebuildDeps } from '../directory/rebuild-offers.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import type { MergeRecord } from './duplicate-collections.ts';
import { whileNobodyMerges } from './merge-lock.ts';
import { mergesIn, readMerges, survivorsAmong } from './merge-store.ts';
import { notesIn } from './settle-link.ts';
import { COLLECTION_OF, repairMerges, settleMerges } from './settle-merges.ts';

export interface MergeAsked {
  kind: DuplicateKind;
  /** The record that stays. */
  keep: string;
  /** The one that is not shown any more. */
  drop: string;
}

export interface MergeDeps extends RebuildDeps {
  clock: () => Date;
}

interface Mergeable {
  _id: string;
  mergedInto?: string;
  organizationId?: string;
  confidentiality?: Confidentiality;
}

/** Merges a record into another of its kind. */
export async function mergeRecords(
  deps: MergeDeps,
  { kind, keep, drop }: MergeAsked,
  by: string,
): Promise<MergeRecord> {
  return whileNobodyMerges(deps.db, deps.clock, async () => {
    const at = deps.clock().toISOString();
    await repairMerges(deps, at);
    await refuseUnlike(deps.db, { kind, keep, drop });
    const merge: MergeRecord = { id: drop, kind, into: keep, at, by, state: 'merging' };
    if (!(await insertOnce(mergesIn(deps.db), toStored(merge)))) throw changedMeanwhile();
    await settleMerges(deps, kind, [drop], at);
    return { ...merge, state: 'merged' };
  });
}

/** Makes two of them again. What has been told of the one that stayed since then stays with it. */
export async function undoMerge(deps: MergeDeps, id: string): Promise<MergeRecord> {
  return whileNobodyMerges(deps.db, deps.clock, async () => {
    const at = deps.clock().toISOString();
    await repairMerges(deps, at);
    const merge = await readJudgedMerge(deps.db, id);
    if (merge.kind === 'organization') await refuseTornServices(deps.db, merge);
    await mergesIn(deps.db).updateOne({ _id: id }, { $set: { state: 'undoing' } });
    await settleMerges(deps, merge.kind, [id], at);
    return merge;
  });
}

/** A merge that somebody made; twins go with the merges that made them. */
export async function readJudgedMerge(db: Connection, id: string): Promise<MergeRecord> {
  const found = await mergesIn(db).findById(id).lean<Omit<MergeRecord, 'id'>>();
  if (!found || found.kind === 'service-at-location') throw notFound();
  return { ...found, id };
}

async function refuseUnlike(db: Connection, { kind, keep, drop }: MergeAsked): Promise<void> {
  const found = await db
    .collection<Mergeable>(COLLECTION_OF[kind])
    .find({ _id: { $in: [keep, drop] } })
    .project<Mergeable>({ mergedInto: 1, organizationId: 1, confidentiality: 1 })
    .toArray();
  const [stays, goes] = [keep, drop].map((id) => found.find(({ _id }) => _id === id));
  if (!stays || !goes || stays === goes) throw notFound();
  if (stays.mergedInto !== undefined || goes.mergedInto !== undefined) throw changedMeanwhile();
  if (isStricter(goes.confidentiality ?? 'public', stays.confidentiality ?? 'public'))
    throw new AppError(
      409,
      'keep-the-stricter',
      'Keep the confidential one of the two: the other would tell where it is.',
    );
  if (kind === 'service' && stays.organizationId !== goes.organizationId)
    throw new AppError(
      409,
      'other-organization',
      'Merge their organizations first: these services belong to two.',
    );
}

/** Services that were merged while their organizations were one would belong to two. */
async function refuseTornServices(db: Connection, undone: MergeRecord): Promise<void> {
  const ofServices = await readMerges(db, 'service');
  const ids = ofServices.flatMap(({ id, into }) => [id, into]);
  const records = await db
    .collection<Mergeable>(COLLECTION_OF.service)
    .find({ _id: { $in: ids } }, { projection: { organizationId: 1 } })
    .toArray();
  const notes = await notesIn(db).find({
    collection: COLLECTION_OF.service,
    recordId: { $in: ids },
  } as object);
  const owners = new Map(records.map(({ _id, organizationId }) => [_id, organizationId ?? '']));
  for (const { recordId, original } of notes) owners.set(recordId, String(original));
  const left = (await readMerges(db, 'organization')).filter(({ id }) => id !== undone.id);
  const ownerOf = (id: string) => survivorsAmong(left)(owners.get(id) ?? '');
  if (ofServices.some(({ id, into }) => ownerOf(id) !== ownerOf(into)))
    throw new AppError(409, 'undo-services-first', 'Services of the two were merged since. Undo that first.');
}

function changedMeanwhile(): AppError {
  return new AppError(
    409,
    'changed-meanwhile',
    'One of the two has been merged by somebody else. Please look again.',
  );
}
