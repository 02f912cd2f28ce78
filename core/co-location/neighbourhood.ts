import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import { chordBound, chordSquared, spherePoints, unitVector } from '../geo/sphere-points.ts';
import type { StudentCounts } from '../privacy/student-counts.ts';
import type { School } from '../schools/school.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type ModeRule, reachKm, travelMinutes } from '../travel/travel.ts';
import type { OpenOffer } from './site.ts';
import { toldDemand } from './told-demand.ts';

/** What is read of a school; whole schools fit. */
export type NearSchool = Pick<School, 'id' | 'name' | 'point'>;

export interface NeighbourhoodInput {
  offers: readonly OpenOffer[];
  schools: readonly NearSchool[];
  /** The one thing that is known of students here. */
  counts: Pick<StudentCounts, 'needs'>;
  taxonomy: Pick<Taxonomy, 'terms' | 'lineage'>;
  minutes: number;
  rule: ModeRule;
}

/** A kind of help that students near by need. */
export interface TermDemand {
  term: string;
  /** Students with a need of it or of anything below it, as far as their schools may tell. */
  students: number;
}

export interface Neighbourhood {
  /** Schools within reach. */
  schools: string[];
  /** How many kinds of help these schools tell a need of, and how many of those are not given within reach. */
  needed: number;
  missing: number;
  /** Those that are not given, the most needed first; of one that lies below another the wider one alone. */
  lacking: TermDemand[];
}

/** Answers, for any point, what students around it need and what of that is not given around it. */
export function neighbourhoodFinder(input: NeighbourhoodInput): (at: Position) => Neighbourhood {
  const { offers, schools, counts, taxonomy, minutes, rule } = input;
  const demand = toldDemand(counts);
  const known = schools.flatMap(({ id, point }) => (point ? [{ id, at: point.coordinates }] : []));
  const offersAround = around(
    offers.map(({ at }) => at),
    minutes,
    rule,
  );
  const schoolsAround = around(
    known.map(({ at }) => at),
    minutes,
    rule,
  );
  return (at) => {
    const near = schoolsAround(at).map((index) => known[index]!.id);
    const given = new Set(
      offersAround(at).flatMap((index) => offers[index]!.terms.flatMap(taxonomy.lineage)),
    );
    const needed = sumByTerm(near.flatMap((schoolId) => demand.get(schoolId) ?? []));
    const missing = new Set(needed.filter(({ term }) => !given.has(term)).map(({ term }) => term));
    const isWidest = ({ term }: TermDemand) =>
      missing.has(term) && !taxonomy.lineage(term).some((wider) => wider !== term && missing.has(wider));
    return { schools: near, needed: needed.length, missing: missing.size, lacking: needed.filter(isWidest) };
  };
}

/** Which of the points can be reached in time, in their order. */
function around(points: readonly Position[], minutes: number, rule: ModeRule): (at: Position) => number[] {
  const sphere = spherePoints(points);
  // The bound sorts out what is clearly too far; the formula decides.
  const bound = chordBound(reachKm(minutes, rule));
  return (at) => {
    const vector = unitVector(at);
    const found: number[] = [];
    for (let index = 0; index < points.length; index++) {
      if (chordSquared(sphere, index, vector) > bound) continue;
      if (travelMinutes(greatCircleKm(at, points[index]!), rule) <= minutes) found.push(index);
    }
    return found;
  };
}

function sumByTerm(parts: readonly TermDemand[]): TermDemand[] {
  const sums = new Map<string, number>();
  for (const { term, students } of parts) sums.set(term, (sums.get(term) ?? 0) + students);
  return [...sums]
    .map(([term, students]) => ({ term, students }))
    .sort((a, b) => b.students - a.students || (a.term < b.term ? -1 : 1));
}
