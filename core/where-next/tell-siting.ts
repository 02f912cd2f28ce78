import { sumPeople } from '../demand/sum-people.ts';
import type { SitingModel, SitingResult } from '../siting/siting-problem.ts';
import { type Candidate, isAmong } from './candidate.ts';
import { type Fares, faresOf } from './fare.ts';
import { orderSites } from './order-sites.ts';
import type { SitingAsk } from './siting-ask.ts';
import { type SitingColumns, sitingColumns } from './siting-columns.ts';
import type { BestForNumber, SitingOutcome, SitingProof } from './siting-outcome.ts';
import type { SitingRows } from './siting-rows.ts';
import type { SitingWays } from './siting-ways.ts';
import type { SolvedNumber } from './solve-each-number.ts';
import { takenBy } from './taken-by.ts';
import { tellPlaces } from './tell-places.ts';
import { tellStep } from './tell-step.ts';

export interface SitingQuestion extends SitingRows {
  ask: SitingAsk;
  candidates: readonly Candidate[];
  ways: SitingWays;
}

export interface SolvedSiting extends SitingQuestion {
  /** As the solver had them; absent: made from the ways. */
  columns?: SitingColumns;
  result: SolvedNumber;
  /** The best for smaller numbers of new sites. */
  fewer?: readonly SolvedNumber[];
}

export type ToldSiting = Pick<
  SitingOutcome,
  'ask' | 'proposed' | 'steps' | 'byNumber' | 'idle' | 'proof' | 'candidates' | 'people' | 'places'
> & {
  /** Where sites have room for so many: people who have a place at what is there already and told of its room. */
  takenByStanding?: number;
};

/** What a solution means for people: which sites in which order, what each brings, and to whom. */
export function tellSiting(solved: SolvedSiting): ToldSiting {
  const { ask, places, rows, candidates, ways, result } = solved;
  const { columns = sitingColumns(ways, ask.capacity) } = solved;
  const fares = faresOf(ask, rows, columns);
  const { order, steps, idle } = orderSites({
    ask,
    rows,
    fares,
    chosen: result.open.filter((site) => site < candidates.length),
    wanted: new Set(candidates.flatMap((one, site) => (isAmong(one, ask.force) ? [site] : []))),
  });
  const taken = takenBy(steps.at(-1)!);
  const limited = columns.standing.filter((site) => columns.room?.[site] !== Number.POSITIVE_INFINITY);
  return {
    ask,
    proposed: order.map((site) => {
      const candidate = candidates[site]!;
      return { ...candidate, forced: isAmong(candidate, ask.force), ...(taken && { takes: taken(site) }) };
    }),
    steps: steps.map((fare) => tellStep(ask, rows, fare)),
    ...tellNumbers(solved, fares),
    idle,
    proof: proofOf(ask.model, result),
    candidates: candidates.length,
    people: ask.terms.map((_, term) => sumPeople(rows.filter((row) => row.term === term))),
    places: tellPlaces(ask, { places, rows }, steps.at(0)!, steps.at(-1)!),
    ...(taken && { takenByStanding: limited.reduce((sum, site) => sum + taken(site), 0) }),
  };
}

/** Nothing for a single site: the proposal says it all. */
function tellNumbers({ ask, rows, candidates, result, fewer = [] }: SolvedSiting, fares: Fares) {
  if (fewer.length === 0) return {};
  const byNumber = [...fewer, result].map(({ open, ...worth }, index): BestForNumber => {
    const sites = open.filter((site) => site < candidates.length);
    // For fewer sites than wanted the question of as few as possible is the one of most people.
    const model = ask.model === 'lscp' && index < fewer.length ? 'mclp' : ask.model;
    return {
      sites: sites.map((site) => ({ id: candidates[site]!.id, name: candidates[site]!.name })),
      step: tellStep(ask, rows, fares.opened(fares.today, sites)),
      proof: proofOf(model, worth),
    };
  });
  return { byNumber };
}

/** Most is asked for with `mclp`, least with all others. */
export function proofOf(
  model: SitingModel,
  { objective, bound, proven }: Pick<SitingResult, 'objective' | 'bound' | 'proven'>,
): SitingProof {
  const room = model === 'mclp' ? bound - objective : objective - bound;
  const gap = proven ? 0 : objective > 0 && Number.isFinite(room) ? Math.max(0, room / objective) : null;
  return { proven, gap, objective, bound };
}
