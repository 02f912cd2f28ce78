import type { BoundingBox } from '../../core/geo/point.ts';
import { type AddressToAsk, addressKey, addressToAsk } from '../../core/geocoding/address-to-ask.ts';
import { choosePoint } from '../../core/geocoding/choose-point.ts';
import type { GeocoderAnswer } from '../../core/geocoding/geocoding.ts';
import { readCorrections } from '../corrections/correction-store.ts';
import { type CorrectingDeps, correctFields } from '../corrections/turn-correction.ts';
import { AppError } from '../http/app-error.ts';
import { answerId, keepAnswers, readAnswers } from './answer-store.ts';
import type { Asking, Geocoder } from './geocoder.ts';
import type { GeocodingRecord } from './geocoding-collections.ts';
import { readGeocodings, saveGeocodings, setState } from './geocoding-store.ts';
import { type PlaceWithoutPoint, readWithoutPoint } from './places-without-point.ts';

export interface LookingUp {
  geocoder: Geocoder;
  asking: Asking;
  bounds: BoundingBox | undefined;
  /** The job. */
  run: string;
}

interface AskedPlace {
  id: string;
  address: AddressToAsk;
  key: string;
}

/**
 * Looks for the addresses of places that lack a point. A house that is found for certain becomes the place's point;
 * whatever is doubtful waits for a person. That a point is about to be written is noted before it is, so what a process
 * leaves that dies in between is done again.
 */
export async function lookUpPlaces(
  deps: CorrectingDeps,
  ids: readonly string[],
  looking: LookingUp,
): Promise<void> {
  const asked = await placesToAsk(deps, await readWithoutPoint(deps.db, ids), looking.run);
  const answers = await answersFor(deps, asked, looking);
  const { duplicates } = deps.rules;
  const at = deps.clock().toISOString();
  const records = asked.flatMap(({ id, address, key }): GeocodingRecord[] => {
    const answer = answers.get(answerId(looking.geocoder.name, address));
    if (!answer) return [];
    const judging = { words: duplicates.words, bounds: looking.bounds };
    const { verdict, candidates, several } = choosePoint(address, answer, judging);
    const state = ({ sure: 'applying', weak: 'waiting', none: 'not-found' } as const)[verdict];
    return [{ id, key, state, candidates, several, at, run: looking.run }];
  });
  await saveGeocodings(deps.db, records);
  await placeAll(
    deps,
    records.filter(({ state }) => state === 'applying'),
  );
}

/** Places with an address, of which nobody has said anything, and that were not asked for in this run yet. */
async function placesToAsk(
  { db }: CorrectingDeps,
  places: readonly PlaceWithoutPoint[],
  run: string,
): Promise<AskedPlace[]> {
  const ids = places.map(({ id }) => id);
  const [known, corrections] = await Promise.all([
    readGeocodings(db, ids),
    readCorrections(db, 'location', ids),
  ]);
  const byPerson = new Set(
    corrections.flatMap(({ field, by, recordId }) =>
      field === 'point' && 'account' in by ? [recordId] : [],
    ),
  );
  const rejected: string[] = [];
  const asked = places.flatMap(({ id, addresses }): AskedPlace[] => {
    const address = addressToAsk(addresses);
    if (!address || byPerson.has(id)) return [];
    const key = addressKey(address);
    const before = known.get(id);
    const isDone = before?.run === run && before.state !== 'applying';
    if (isDone || (before?.key === key && before.state === 'left')) return [];
    if (before?.key === key && before.state === 'applied') {
      rejected.push(id);
      return [];
    }
    return [{ id, address, key }];
  });
  // Somebody took back what was found: it is not written again.
  await setState(db, rejected, 'applied', 'left');
  return asked;
}

/** Each address is asked once, and none of which the answer is still known. */
async function answersFor(
  deps: CorrectingDeps,
  places: readonly AskedPlace[],
  { geocoder, asking }: LookingUp,
): Promise<Map<string, GeocoderAnswer>> {
  const byId = new Map(places.map(({ address }) => [answerId(geocoder.name, address), address]));
  const answers = await readAnswers(deps, byId.keys());
  const open = [...byId].filter(([id]) => !answers.has(id));
  for (let at = 0; at < open.length; at += geocoder.batch) {
    const batch = open.slice(at, at + geocoder.batch);
    const given = await geocoder.ask(
      batch.map(([, address]) => address),
      asking,
    );
    const fresh = new Map(
      batch.flatMap(([id], row): [string, GeocoderAnswer][] => {
        const answer = given[row];
        return answer ? [[id, answer]] : [];
      }),
    );
    await keepAnswers(deps, fresh);
    for (const [id, answer] of fresh) answers.set(id, answer);
  }
  return answers;
}

async function placeAll(deps: CorrectingDeps, records: readonly GeocodingRecord[]): Promise<void> {
  const changes = records.flatMap(({ id, candidates: [best] }) =>
    best ? [{ kind: 'location' as const, id, field: 'point', value: exact(best.point) }] : [],
  );
  const byTool = { by: { tool: 'geocoder' }, account: null } as const;
  try {
    await correctFields(deps, changes, byTool);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    for (const change of changes)
      await correctFields(deps, [change], byTool).catch((one: unknown) => {
        if (!isOvertaken(one)) throw one;
      });
  }
  await setState(
    deps.db,
    records.map(({ id }) => id),
    'applying',
    'applied',
  );
}

function exact(point: GeocodingRecord['candidates'][number]['point']) {
  return { point, pointQuality: 'exact' };
}

/** A person has said where it is meanwhile, or the place is gone. */
function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && (error.status === 409 || error.status === 404);
}
