import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import type { Approvals } from './approvals.ts';
import { type Court, courtFor } from './judge-offer.ts';
import type { MatchingRules } from './match.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from './match-input.ts';
import { type OfferColumns, offerColumns } from './offer-columns.ts';
import { studentViewer } from './student-view.ts';
import { termIndex } from './term-index.ts';
import { type TermReach, termReach } from './term-reach.ts';

export interface MatcherInput {
  offers: readonly MatchOffer[];
  schools: readonly MatchSchool[];
  taxonomy: Pick<Taxonomy, 'lineage'>;
  rules: MatchingRules;
  travel: TravelRules;
  /** ISO date. Only its month decides (ages). */
  today: string;
  /** Without: no school asks for approval. */
  approvals?: Approvals | undefined;
}

/** What is laid out once and then asked for one student after another. */
export interface PreparedMatching {
  columns: OfferColumns;
  rules: MatchingRules;
  travel: TravelRules;
  /** The candidates of a wished term. */
  reach(term: string): TermReach;
  /** One student before the judge, with these ways of travelling or those that hold. */
  courtOf(student: MatchStudent, travel?: TravelRules): Court;
}

export function prepareMatching({
  offers,
  schools,
  taxonomy,
  rules,
  travel,
  today,
  approvals = new Map(),
}: MatcherInput): PreparedMatching {
  const columns = offerColumns(offers);
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const viewOf = studentViewer(columns, rules, today);
  const prepared: PreparedMatching = {
    columns,
    rules,
    travel,
    reach: termReach(columns, termIndex(columns.offers, taxonomy)),
    courtOf: (student, ways = travel) =>
      courtFor(viewOf(student, schoolById.get(student.schoolId)), columns, ways),
  };
  return withApprovals(prepared, approvals);
}

/** The same offers with other approvals: they close offers to a school and change nothing that has been laid out. */
export function withApprovals(prepared: PreparedMatching, approvals: Approvals): PreparedMatching {
  const { courtOf } = prepared;
  return {
    ...prepared,
    courtOf: (student, ways) => ({ ...courtOf(student, ways), approval: approvals.get(student.schoolId) }),
  };
}

/** The same offers with other weights: they decide the order and nothing that has been laid out. */
export function withWeighting(
  prepared: PreparedMatching,
  { weights, travelHalfMinutes }: Pick<MatchingRules, 'weights' | 'travelHalfMinutes'>,
): PreparedMatching {
  return { ...prepared, rules: { ...prepared.rules, weights, travelHalfMinutes } };
}
