import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import { EVERY_SCHOOL, type StudentCounts, type ToldNeeds, toldNeeds } from '../privacy/student-counts.ts';
import type { Tally } from '../privacy/tell-share.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import type { GapParams, GapResult } from './gap.ts';
import { type GapOffer, type Nearest, nearestFinder, offersOf } from './nearest-offer.ts';
import { needTallies } from './need-tallies.ts';
import { add, type GapSchool, nobody, reachGroups } from './reach-groups.ts';
import { tellRow } from './tell-row.ts';
import { withinMinutes } from './within-minutes.ts';

export interface GapInput {
  params: GapParams;
  offers: readonly GapOffer[];
  schools: readonly GapSchool[];
  /** The one thing that is known of students here, so that no question can get more out of them. */
  counts: StudentCounts;
  taxonomy: Pick<Taxonomy, 'within' | 'lineage'>;
  travel: TravelRules;
  /** Where others than the straight line tell how long ways are: the nearest of the offers that count. */
  nearestTo?: (origin: Position | undefined) => Nearest | undefined;
}

/**
 * Who has an offer of the terms within reach, by school and by home cell, as far as it may be told.
 * Every school has a row; a cell has one where a group of students is told of. Rows are sorted by id.
 */
export function computeGaps(input: GapInput): GapResult {
  const { params, offers, schools, counts, taxonomy, travel } = input;
  const { threshold, countedOn } = counts;
  const terms = new Set(params.terms.flatMap((term) => [term, ...taxonomy.within(term)]));
  const offering = offersOf(offers, terms);
  const nearestTo = input.nearestTo ?? nearestFinder(offering, travel[params.mode]);
  const isNear = withinMinutes(params.minutes, nearestTo);
  const reached = reachGroups(counts.groups, schools, isNear);
  const told = toldNeeds(counts);
  const asked = widest(params.terms, taxonomy);
  const ofNeed = params.demand === 'need';
  const tallies = ofNeed ? needTallies(schools, told, onlyTerm(params), isNear) : reached.bySchool;
  const empty = new Set(counts.emptySchools);
  const unmetOf = (schoolId: string) =>
    counts.matched
      ? empty.has(schoolId)
        ? 0
        : sumOfAll(asked.map((term) => told(schoolId, 'unmet', term)))
      : null;

  const bySchool = [...schools].sort(byId).map(({ id, name, point }) => {
    const tally = empty.has(id) ? nobody() : tallies.get(id);
    const nearest = nearestTo(point?.coordinates);
    return tellRow({ id, name, nearest, tally, unmet: unmetOf(id) }, threshold);
  });
  const byCell = [...(ofNeed ? [] : reached.byCell)].map(([id, tally]) =>
    tellRow({ id, nearest: nearestTo(cellCenter(id)), tally, unmet: null }, threshold),
  );
  const all = ofNeed ? totalOfNeed(reached.all, tallies, told, onlyTerm(params)) : reached.all;
  const unmet = counts.matched ? sumOfAll(asked.map((term) => totalUnmet(schools, told, term))) : null;
  const isHidden = all.students === 0 && !schools.every(({ id }) => empty.has(id));
  const total = { id: 'total', nearest: undefined, tally: isHidden ? undefined : all, unmet };
  return {
    params,
    total: tellRow(total, threshold),
    bySchool,
    byCell: byCell.sort(byId),
    offers: offering.length,
    countedOn,
    threshold,
  };
}

/** Students with one need or another would be told apart by asking for one term more: one at a time. */
function onlyTerm({ terms: [term, ...more] }: GapParams): string {
  if (term === undefined || more.length > 0)
    throw new RangeError('Give one term to count students with a need.');
  return term;
}

/** The terms of a question without those that lie below another one of it. */
function widest(terms: readonly string[], taxonomy: Pick<Taxonomy, 'lineage'>): string[] {
  return [...new Set(terms)].filter(
    (term) => !taxonomy.lineage(term).some((wider) => wider !== term && terms.includes(wider)),
  );
}

/** All told together, or else the sum of what schools tell by themselves: never both, so nothing can be subtracted. */
function totalUnmet(schools: readonly GapSchool[], told: ToldNeeds, term: string): number | undefined {
  const bySchool = schools.map(({ id }) => told(id, 'unmet', term)).filter((figure) => figure !== undefined);
  return told(EVERY_SCHOOL, 'unmet', term) ?? (bySchool.length > 0 ? sumOfAll(bySchool) : undefined);
}

function totalOfNeed(all: Tally, bySchool: ReadonlyMap<string, Tally>, told: ToldNeeds, term: string): Tally {
  const students = told(EVERY_SCHOOL, 'students', term);
  if (students === undefined || all.students === 0) return sumOf(bySchool.values());
  return { students, covered: Math.round((students * all.covered) / all.students) };
}

/** Undefined as soon as one of the figures may not be told. */
function sumOfAll(figures: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const figure of figures) {
    if (figure === undefined) return undefined;
    sum += figure;
  }
  return sum;
}

function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = nobody();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
