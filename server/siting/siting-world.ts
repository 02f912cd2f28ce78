import type { Connection } from 'mongoose';
import { isOfTerm } from '../../core/demand/demand-question.ts';
import type { Offer } from '../../core/directory/offer.ts';
import { offersOf } from '../../core/gaps/nearest-offer.ts';
import { type Candidate, candidatesOf } from '../../core/where-next/candidate.ts';
import type { SitingAsk } from '../../core/where-next/siting-ask.ts';
import { type SitingRows, sitingRows } from '../../core/where-next/siting-rows.ts';
import { type StandingSplit, standingRooms } from '../../core/where-next/standing-rooms.ts';
import { type LoadedDemand, loadDemand } from '../demand/load-demand.ts';
import { readOffersOf } from '../gaps/gap-world.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { readSharedSites } from './read-shared-sites.ts';
import { refuseUnanswerable } from './refuse-unanswerable.ts';

/** All that a question is worked out from; of students it holds only what the count tells. */
export interface SitingWorld extends SitingRows {
  candidates: Candidate[];
  /** For each kind of help: what gives it already and may be on a map. */
  existing: Offer[][];
  /** The same by who told of its room, where the question is about room. */
  standing?: StandingSplit;
  noData: number;
  asOf: string;
}

/** @throws AppError 422 where the question has no answer: nobody to count, nowhere to go, more sites than there are */
export async function loadSitingWorld(
  db: Connection,
  rules: Rules,
  ask: SitingAsk,
  now: Date,
): Promise<SitingWorld> {
  const { terms, keepExisting } = ask;
  const [demand, schools, sites, existing] = await Promise.all([
    loadTermDemand(db, rules, ask, now),
    listSchools(db),
    readSharedSites(db),
    Promise.all(keepExisting ? terms.map((term) => readExisting(db, rules, term)) : []),
  ]);
  const { places, rows } = sitingRows(demand.map(({ places: own }, n) => ({ term: terms[n]!, places: own })));
  const candidates = candidatesOf(schools, sites, ask);
  const standing = keepExisting && ask.capacity !== undefined ? standingRooms(existing) : undefined;
  refuseUnanswerable(ask, { rows, candidates, limited: standing?.limited.length ?? 0 });
  return {
    places,
    rows,
    candidates,
    existing,
    ...(standing && { standing }),
    noData: new Set(demand.flatMap(({ noData }) => noData)).size,
    asOf: demand[0]!.asOf,
  };
}

/** Who is counted for each kind of help: everybody, or those with a need of it. */
function loadTermDemand(
  db: Connection,
  rules: Rules,
  { terms, demand: of }: SitingAsk,
  now: Date,
): Promise<LoadedDemand[]> {
  if (isOfTerm(of)) return Promise.all(terms.map((term) => loadDemand(db, rules, { of, term }, now)));
  const same = loadDemand(db, rules, { of }, now);
  return Promise.all(terms.map(() => same));
}

async function readExisting(db: Connection, { taxonomy }: Rules, term: string): Promise<Offer[]> {
  return offersOf(await readOffersOf(db, [term]), new Set([term, ...taxonomy.within(term)]));
}
