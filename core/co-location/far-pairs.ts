import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import type { StudentCounts } from '../privacy/student-counts.ts';
import { toldNeeds } from '../privacy/student-counts.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type ModeRule, travelMinutes } from '../travel/travel.ts';
import type { TermPair } from './co-location-rules.ts';
import type { NearSchool } from './neighbourhood.ts';
import { compare, type OpenOffer } from './site.ts';

export interface FarPairInput {
  pairs: readonly TermPair[];
  offers: readonly OpenOffer[];
  schools: readonly NearSchool[];
  counts: Pick<StudentCounts, 'needs'>;
  taxonomy: Pick<Taxonomy, 'within' | 'lineage'>;
  rule: ModeRule;
  /** Less than so many minutes apart is not far. */
  farMinutes: number;
}

/**
 * Students with a need, as far as schools may tell it; null where none may. Where a school may tell only a need of a
 * wider kind, that figure is taken: there are at most as many.
 */
export interface PairDemand {
  students: number | null;
  atMost: boolean;
}

/** Two offers that families of some schools come to for two kinds of help, and that are far from each other. */
export interface FarPair {
  pair: TermPair;
  offers: readonly [OpenOffer, OpenOffer];
  /** From one to the other. */
  minutes: number;
  /** Students with a need of the one and of the other at the schools for which these are the best two. */
  students: readonly [PairDemand, PairDemand];
  schools: string[];
  /** Minutes apart × students, school by school; of two figures the smaller one, since no more can need both. */
  weight: number;
}

/**
 * For each school and each pair of kinds of help, a need of one of which it may tell: the two offers that make the
 * shortest round from the school. Told are those that are far apart, the heaviest first.
 */
export function farPairs({
  pairs,
  offers,
  schools,
  counts,
  taxonomy,
  rule,
  farMinutes,
}: FarPairInput): FarPair[] {
  const told = toldNeeds(counts);
  // A whole domain says too little of one kind of help.
  const demandOf = (schoolId: string, term: string): PairDemand => {
    const kinds = taxonomy.lineage(term).slice(0, -1);
    const kind = kinds.find((each) => told(schoolId, 'students', each) !== undefined);
    const students = kind === undefined ? null : (told(schoolId, 'students', kind) ?? null);
    return { students, atMost: kind !== undefined && kind !== term };
  };
  const found = new Map<string, FarPair>();
  for (const pair of pairs) {
    const { terms } = pair;
    const given = terms.map((term) => offersWithin(offers, new Set(taxonomy.within(term))));
    for (const { id, point } of schools) {
      const demand = [demandOf(id, terms[0]), demandOf(id, terms[1])] as const;
      if (!point || demand.every(({ students }) => students === null)) continue;
      const round = shortestRound(
        awayFrom(point.coordinates, given[0]!),
        awayFrom(point.coordinates, given[1]!),
      );
      const minutes = round && travelMinutes(round.km, rule);
      if (!round || minutes === undefined || round.km === 0 || minutes < farMinutes) continue;
      addSchool(found, { pair, offers: round.offers, minutes }, id, demand);
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || compare(keyOf(a), keyOf(b)));
}

interface Away {
  offer: OpenOffer;
  km: number;
}

/**
 * The shortest way from the origin to one of each list and back. A round through a place is at least twice as long as
 * the way there (triangle inequality), so what is further than half of the best round is not looked at.
 */
function shortestRound(a: readonly Away[], b: readonly Away[]) {
  let best: { offers: readonly [OpenOffer, OpenOffer]; km: number } | undefined;
  let length = Number.POSITIVE_INFINITY;
  const within = roundOfNearest(a, b);
  const others = nearestFirst(b, within);
  for (const one of nearestFirst(a, within)) {
    if (2 * one.km >= length) break;
    for (const other of others) {
      if (2 * other.km >= length) break;
      const between = greatCircleKm(one.offer.at, other.offer.at);
      const round = one.km + between + other.km;
      if (round >= length) continue;
      length = round;
      best = { offers: [one.offer, other.offer], km: between };
    }
  }
  return best;
}

/** A round that there is: the shortest one is no longer. */
function roundOfNearest(a: readonly Away[], b: readonly Away[]): number {
  const [one, other] = [nearest(a), nearest(b)];
  return one && other ? one.km + greatCircleKm(one.offer.at, other.offer.at) + other.km : 0;
}

function nearest(list: readonly Away[]): Away | undefined {
  return list.reduce<Away | undefined>((best, each) => (best && best.km <= each.km ? best : each), undefined);
}

/** Those that a round of this length can go through. Offers come by id, and sorting keeps the order of equals. */
function nearestFirst(list: readonly Away[], roundKm: number): Away[] {
  return list.filter(({ km }) => 2 * km <= roundKm + SLACK_KM).sort((one, other) => one.km - other.km);
}

/** Far above what rounding does to sums of distances, far below what matters. */
const SLACK_KM = 1e-6;

function offersWithin(offers: readonly OpenOffer[], terms: ReadonlySet<string>): OpenOffer[] {
  return offers.filter((offer) => offer.terms.some((term) => terms.has(term)));
}

function awayFrom(origin: Position, offers: readonly OpenOffer[]): Away[] {
  return offers.map((offer) => ({ offer, km: greatCircleKm(origin, offer.at) }));
}

function addSchool(
  found: Map<string, FarPair>,
  far: Pick<FarPair, 'pair' | 'offers' | 'minutes'>,
  schoolId: string,
  [one, other]: readonly [PairDemand, PairDemand],
): void {
  const before = found.get(keyOf(far));
  const both = Math.min(one.students ?? Infinity, other.students ?? Infinity);
  found.set(keyOf(far), {
    ...far,
    students: before ? [plus(before.students[0], one), plus(before.students[1], other)] : [one, other],
    schools: [...(before?.schools ?? []), schoolId].sort(compare),
    weight: (before?.weight ?? 0) + far.minutes * both,
  });
}

function plus(a: PairDemand, b: PairDemand): PairDemand {
  const none = a.students === null && b.students === null;
  return {
    students: none ? null : (a.students ?? 0) + (b.students ?? 0),
    atMost: a.atMost || b.atMost,
  };
}

/** Names a pair of offers for two kinds of help. */
export function keyOf({ pair, offers: [one, other] }: Pick<FarPair, 'pair' | 'offers'>): string {
  return [...pair.terms, one.id, other.id].join(' ');
}
