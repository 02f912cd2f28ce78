import { randomBytes, randomUUID } from 'node:crypto';
import type { Suggestion, SuggestionState } from '../../core/verification/suggestion.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type SuggestionRecord, suggestions } from './suggestion-collection.ts';

const TOKEN_BYTES = 32;
const HASH_PURPOSE = 'token of a suggestion';
type Kept = Pick<Deps, 'db' | 'sealing' | 'clock'>;

/** Keeps suggestions. A token comes out when one is given and never again: only its keyed hash is stored. */
export function suggestionStore({ db, sealing, clock }: Kept) {
  const records = model<SuggestionRecord>(db, suggestions);

  async function add(given: Pick<Suggestion, 'serviceId' | 'organizationId' | 'text' | 'from'>) {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const record: SuggestionRecord = {
      id: randomUUID(),
      ...given,
      at: clock().toISOString(),
      state: 'open',
      ...(given.from === 'public' && { hash: sealing.keyedHash(token, HASH_PURPOSE) }),
    };
    await records.create(toStored(record));
    return { token, id: record.id };
  }

  async function look(token: string): Promise<SuggestionRecord | undefined> {
    const found = await records
      .findOne({ hash: { $in: sealing.keyedHashes(token, HASH_PURPOSE) } })
      .lean<Stored<SuggestionRecord>>();
    return found ? fromStored<SuggestionRecord>(found) : undefined;
  }

  async function read(id: string): Promise<SuggestionRecord | undefined> {
    const found = await records.findById(id).lean<Stored<SuggestionRecord>>();
    return found ? fromStored<SuggestionRecord>(found) : undefined;
  }

  /** Those of a state, the oldest first. */
  async function list(state: SuggestionState): Promise<SuggestionRecord[]> {
    const found = await records
      .find({ state }, { hash: 0 })
      .sort({ state: 1, at: 1 })
      .lean<Stored<SuggestionRecord>[]>();
    return found.map((record) => fromStored<SuggestionRecord>(record));
  }

  /** A later answer takes the place of an earlier one. */
  async function answer(
    id: string,
    given: Required<Pick<Suggestion, 'state' | 'answer' | 'answeredBy'>>,
  ): Promise<void> {
    await records.updateOne({ _id: id }, { $set: { ...given, answeredAt: clock().toISOString() } });
  }

  return { add, look, read, list, answer };
}
