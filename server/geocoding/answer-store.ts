import { type AddressToAsk, addressKey } from '../../core/geocoding/address-to-ask.ts';
import type { GeocoderAnswer } from '../../core/geocoding/geocoding.ts';
import type { Deps } from '../deps.ts';
import { contentHash } from '../imports/content-hash.ts';
import { model, type Stored } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import { geocoderAnswers, type KeptAnswer } from './geocoding-collections.ts';

const DAY_MS = 86_400_000;
/** What was not found is looked for again sooner: maps grow. */
const FOUND_MS = 365 * DAY_MS;
const NOT_FOUND_MS = 30 * DAY_MS;

/** The same for every way of writing an address. */
export function answerId(geocoder: string, address: AddressToAsk): string {
  return contentHash({ geocoder, key: addressKey(address) });
}

/** Answers that are kept and not too old, by `answerId`. */
export async function readAnswers(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ids: Iterable<string>,
): Promise<Map<string, GeocoderAnswer>> {
  const found = await inChunks(ids, (some) =>
    model<KeptAnswer>(db, geocoderAnswers)
      .find({ _id: { $in: some }, clearAt: { $gt: clock() } })
      .lean<Stored<KeptAnswer>[]>(),
  );
  return new Map(found.map(({ _id, answer }) => [_id, answer]));
}

export async function keepAnswers(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  answers: ReadonlyMap<string, GeocoderAnswer>,
): Promise<void> {
  if (answers.size === 0) return;
  const now = clock().getTime();
  const writes = [...answers].map(([id, answer]) => {
    const clearAt = new Date(now + (answer.found.length > 0 ? FOUND_MS : NOT_FOUND_MS));
    return { updateOne: { filter: { _id: id }, update: { $set: { answer, clearAt } }, upsert: true } };
  });
  await model<KeptAnswer>(db, geocoderAnswers).collection.bulkWrite(writes as never, { ordered: false });
}
