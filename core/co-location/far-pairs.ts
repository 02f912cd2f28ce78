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
  taxonomy: Pick<Taxonomy, 'within'>;
  rule: ModeRule;
  /** Less than so many minutes apart is not far. */
  farMinutes: number;
}

/** Two offers that families of some schools come to for two kinds of help, and that are far from each other. */
export interface FarPair {
  pair: TermPair;
  offers: readonly [OpenOffer, OpenOffer];
  /** From one to the other. */
  minutes: number;
  /** Students with a need of the one and of the other at the schools for which these are the best two. */
  students: readonly [number, number];
  schools: string[];
  /** Minutes apart × students who could need both: the smaller of the two figures, school by school. */
  weight: number;
}

/**
 * For each school and each pair of kinds of help that it tells needs of: the two offers that make the shortest round
 * from the school. Told are those that are far apart, the heaviest first.
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
  const found = new Map<string, FarPair>();
  for (const pair of pairs) {
    const { terms } = pair;
    const given = terms.map((term) => offersWithin(offers, new Set(taxonomy.within(term))));
    for (const { id, point } of schools) {
      const students = terms.map((term) => told(id, 'students', term));
      if (!point || students.some((known) => known === undefined)) continue;
      const round = shortestRound(
        nearestFirst(given[0]!, point.coordinates),
        nearestFirst(given[1]!, point.coordinates),
      );
      const minutes = round && travelMinutes(round.km, rule);
      if (!round || minutes === undefined || round.km === 0 || minutes < farMinutes) continue;
      addSchool(found, { pair, offers: round.offers, minutes }, id, students as [number, number]);
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
  for (const one of a) {
    if (2 * one.km >= length) break;
    for (const other of b) {
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

function offersWithin(offers: readonly OpenOffer[], terms: ReadonlySet<string>): OpenOffer[] {
  return offers.filter((offer) => offer.terms.some((term) => terms.has(term)));
}

/** Offers come by id, and sorting keeps the order of equals. */
function nearestFirst(offers: readonly OpenOffer[], origin: Position): Away[] {
  return offers
    .map((offer) => ({ offer, km: greatCircleKm(origin, offer.at) }))
    .sort((one, other) => one.km - other.km);
}

function addSchool(
  found: Map<string, FarPair>,
  far: Pick<FarPair, 'pair' | 'offers' | 'minutes'>,
  schoolId: string,
  [one, other]: readonly [number, number],
): void {
  const before = found.get(keyOf(far)) ?? { ...far, students: [0, 0] as const, schools: [], weight: 0 };
  found.set(keyOf(far), {
    ...before,
    students: [before.students[0] + one, before.students[1] + other],
    schools: [...before.schools, schoolId].sort(compare),
    weight: before.weight + far.minutes * Math.min(one, other),
  });
}

/** Names a pair of offers for two kinds of help. */
export function keyOf({ pair, offers: [one, other] }: Pick<FarPair, 'pair' | 'offers'>): string {
  return [...pair.terms, one.id, other.id].join(' ');
}
