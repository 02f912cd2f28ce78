import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { type CollectionSpec, model } from '../store/collection.ts';

/** Changes that are remembered; who has missed more reads all offers anew. */
const REMEMBERED = 20;
/** A change of more services than this is remembered as a change of everything. */
const MOST_SERVICES = 100;

/** One state of the offers: a random name for it, and what had changed since the state before. */
interface Change {
  state: string;
  /** Null: everything may have changed. */
  serviceIds: string[] | null;
}

interface OfferChanges {
  id: string;
  /** Oldest first; the last is the state now. */
  changes: Change[];
}

/**
 * One document, so that a change of state is one atomic step. It lets every process notice with one small read that
 * offers have changed, and which. States have random names and no numbers: after a restored backup or a dropped
 * database the same number would stand for something else.
 */
export const offerChanges: CollectionSpec = { name: 'offer_changes', indexes: [] };

const ID = 'offers';

/** Tells everybody that the offers of these services (null: any) are not what they were. To be called after writing. */
export async function announceOffers(db: Connection, serviceIds: readonly string[] | null): Promise<void> {
  const few = serviceIds !== null && serviceIds.length <= MOST_SERVICES;
  const change: Change = { state: randomUUID(), serviceIds: few ? [...serviceIds] : null };
  await model<OfferChanges>(db, offerChanges).updateOne(
    { _id: ID },
    { $push: { changes: { $each: [change], $slice: -REMEMBERED } } } as object,
    { upsert: true },
  );
}

/** The state now, and what happened since a state that one knows. */
export interface OfferState {
  /** Undefined before anything was announced: then nothing can be said about changes. */
  state: string | undefined;
  /** Null: everything may have changed. Empty: nothing has. */
  changed: string[] | null;
}

export async function readOfferState(db: Connection, known: string | undefined): Promise<OfferState> {
  const found = await model<OfferChanges>(db, offerChanges).findById(ID).lean<OfferChanges>();
  const changes = found?.changes ?? [];
  const state = changes.at(-1)?.state;
  const at = changes.findIndex((change) => change.state === known);
  if (known === undefined || at < 0) return { state, changed: null };
  const since = changes.slice(at + 1).map(({ serviceIds }) => serviceIds);
  return { state, changed: since.includes(null) ? null : [...new Set(since.flatMap((ids) => ids ?? []))] };
}
