import { cellCenter } from '../geo/cell-center.ts';
import { type StudentCounts, type ToldNeeds, toldNeeds } from '../privacy/student-counts.ts';
import type { Tally } from '../privacy/tell-share.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import type { GapParams, GapResult } from './gap.ts';
import { type GapOffer, nearestFinder, offersOf } from './nearest-offer.ts';
import { needTallies } from './need-tallies.ts';
import { add, type GapSchool, nobody, reachGroups } from './reach-groups.ts';
import { tellRow } from './tell-row.ts';

export interface GapInput {
  params: GapParams;
  offers: readonly GapOffer[];
  schools: readonly GapSchool[];
  /** The one thing that is known of students here, so that no question can get more out of them. */
  counts: StudentCounts;
  taxonomy: Pick<Taxonomy, 'within' | 'lineage'>;
  travel: TravelRules;
}

/**
 * Who has an offer of the terms within reach, by school and by home cell, as far as it may be told.
 * Every school has a row; a cell has one where a group of students is told of. Rows are sorted by id.
 */
export function computeGaps({ params, offers, schools, counts, taxonomy, travel }: GapInput): GapResult {
  const { threshold, countedOn } = counts;
  const terms = new Set(params.terms.flatMap((term) => [term, ...taxonomy.within(term)]));
  const offering = offersOf(offers, terms);
  const nearestTo = nearestFinder(offering, travel[params.mode]);
  const reached = reachGroups(counts.groups, schools, params.minutes, nearestTo);
  const told = toldNeeds(counts);
  const ofNeed = params.demand === 'need';
  const tallies = ofNeed ? needTallies(reached.bySchool, told, onlyTerm(params)) : reached.bySchool;
  const empty = new Set(counts.emptySchools);
  const unmetOf = (schoolId: string) =>
    counts.matched
      ? empty.has(schoolId)
        ? 0
        : unmetNeeds(schoolId, widest(params.terms, taxonomy), told)
      : null;

  const bySchool = [...schools].sort(byId).map(({ id, name, point }) => {
    const tally = empty.has(id) ? nobody() : tallies.get(id);
    const nearest = nearestTo(point?.coordinates);
    return tellRow({ id, name, nearest, tally, unmet: unmetOf(id) }, threshold);
  });
  const byCell = [...(ofNeed ? [] : reached.byCell)].map(([id, tally]) =>
    tellRow({ id, nearest: nearestTo(cellCenter(id)), tally, unmet: null }, threshold),
  );
  const all = ofNeed ? sumOf(tallies.values()) : reached.all;
  const unmet = counts.matched ? sumOfTold(bySchool.map((row) => row.unmet)) : null;
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

/** Undefined as soon as one of the terms may not be told. */
function unmetNeeds(schoolId: string, terms: readonly string[], told: ToldNeeds): number | undefined {
  const figures = terms.map((term) => told(schoolId, 'unmet', term));
  return figures.reduce(
    (sum, figure) => (sum === undefined || figure === undefined ? undefined : sum + figure),
    0,
  );
}

/** Of figures some of which are hidden: the sum of the others, undefined where there are none. */
function sumOfTold(figures: readonly (number | null)[]): number | undefined {
  const told = figures.filter((figure) => figure !== null);
  return told.length > 0 ? told.reduce((sum, figure) => sum + figure, 0) : undefined;
}

function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = nobody();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
