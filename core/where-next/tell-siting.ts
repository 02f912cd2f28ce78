import { sumPeople } from '../demand/sum-people.ts';
import type { SitingModel, SitingResult } from '../siting/siting-problem.ts';
import { roundMinutes } from '../travel/trip.ts';
import type { Candidate } from './candidate.ts';
import { orderSites, withSites } from './order-sites.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { BestForNumber, SitingOutcome, SitingPlace, SitingProof, SitingStep } from './siting-outcome.ts';
import type { SitingRow, SitingRows } from './siting-rows.ts';
import type { SitingWays } from './siting-ways.ts';
import type { SolvedNumber } from './solve-each-number.ts';
import { standingOf } from './standing.ts';

export interface SolvedSiting extends SitingRows {
  ask: SitingAsk;
  candidates: readonly Candidate[];
  ways: SitingWays;
  result: SolvedNumber;
  /** The best for smaller numbers of new sites. */
  fewer?: readonly SolvedNumber[];
}

export type ToldSiting = Pick<
  SitingOutcome,
  'ask' | 'proposed' | 'steps' | 'byNumber' | 'idle' | 'proof' | 'candidates' | 'people' | 'places'
>;

/** What a solution means for people: which sites in which order, what each brings, and to whom. */
export function tellSiting(solved: SolvedSiting): ToldSiting {
  const { ask, places, rows, candidates, ways, result } = solved;
  const isNew = (site: number) => site < candidates.length;
  const { order, steps, idle } = orderSites({
    model: ask.model,
    limit: ask.minutes,
    rows,
    ways,
    chosen: result.open.filter(isNew),
    wanted: new Set(candidates.flatMap(({ id }, site) => (ask.force.includes(id) ? [site] : []))),
  });
  const ofTerm = (term: number) => rows.filter((row) => row.term === term);
  return {
    ask,
    proposed: order.map((site) => {
      const candidate = candidates[site]!;
      return { ...candidate, forced: ask.force.includes(candidate.id) };
    }),
    steps: steps.map((minutes) => tellStep(ask, rows, minutes)),
    ...tellNumbers(solved),
    idle,
    proof: proofOf(ask.model, result),
    candidates: candidates.length,
    people: ask.terms.map((_, term) => sumPeople(ofTerm(term))),
    places: tellPlaces(ask, { places, rows }, steps.at(0)!, steps.at(-1)!),
  };
}

/** Nothing for a single site: the proposal says it all. */
function tellNumbers({ ask, rows, candidates, ways, result, fewer = [] }: SolvedSiting) {
  if (fewer.length === 0) return {};
  const byNumber = [...fewer, result].map(({ open, ...worth }, index): BestForNumber => {
    const sites = open.filter((site) => site < candidates.length);
    // For fewer sites than wanted the question of as few as possible is the one of most people.
    const model = ask.model === 'lscp' && index < fewer.length ? 'mclp' : ask.model;
    return {
      sites: sites.map((site) => ({ id: candidates[site]!.id, name: candidates[site]!.name })),
      step: tellStep(ask, rows, withSites(ways, sites, rows.length)),
      proof: proofOf(model, worth),
    };
  });
  return { byNumber };
}

function tellStep(
  { terms, minutes: limit }: SitingAsk,
  rows: readonly SitingRow[],
  minutes: Float64Array,
): SitingStep {
  const { reached, minutes: all, longest } = standingOf(rows, minutes, limit);
  const ofTerm = (term: number, wanted: (minutes: number) => boolean) =>
    sumPeople(rows.filter((row, index) => row.term === term && wanted(minutes[index]!)));
  return {
    inTime: terms.map((_, term) => ofTerm(term, (needed) => needed <= limit)),
    averageMinutes: reached > 0 ? roundMinutes(all / reached) : null,
    longestMinutes: reached > 0 ? roundMinutes(longest) : null,
    unreached: terms.map((_, term) => ofTerm(term, (needed) => needed === Infinity).people),
  };
}

function tellPlaces(
  { terms }: SitingAsk,
  { places, rows }: SitingRows,
  before: Float64Array,
  after: Float64Array,
): SitingPlace[] {
  const told: SitingPlace[] = places.map(({ id, kind, name, point }) => ({
    id,
    kind,
    ...(name !== undefined && { name }),
    point,
    byTerm: terms.map(() => null),
  }));
  for (const [index, { place, term, people }] of rows.entries())
    told[place]!.byTerm[term] = {
      people,
      before: tellMinutes(before[index]!),
      after: tellMinutes(after[index]!),
    };
  return told;
}

/** Rounded up: who is within the minutes asked for is so by the figure, too, and nobody else. */
function tellMinutes(minutes: number): number | null {
  return minutes === Infinity ? null : Math.ceil(minutes * 10) / 10;
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
