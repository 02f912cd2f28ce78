import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import type { School } from '../schools/school.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import type { GapParams } from './gap.ts';
import { type GapStudent, homeCellOf, needsOneOf } from './gap-demand.ts';
import { type GapOffer, nearestFinder, offersOf } from './nearest-offer.ts';
import { countStudent, emptyRow, type OpenGapResult, type OpenGapRow } from './open-gap.ts';

export { hideSmallNumbers } from './hide-small-numbers.ts';

/** What gaps read of a school; whole schools fit. */
export type GapSchool = Pick<School, 'id' | 'name' | 'point'>;

export interface GapInput {
  params: GapParams;
  offers: readonly GapOffer[];
  students: readonly GapStudent[];
  schools: readonly GapSchool[];
  taxonomy: Pick<Taxonomy, 'within'>;
  travel: TravelRules;
  /** Terms of needs for which the newest matching found nothing, by student; absent before any matching. */
  unmetByStudent?: ReadonlyMap<string, ReadonlySet<string>>;
  /** H3 resolution of the cells; finer homes are coarsened. Without it cells are taken as they are kept. */
  homeResolution?: number;
}

/** A school or a cell: its figures, whether its place is known, and whether an offer is near enough to it. */
interface Place {
  row: OpenGapRow;
  isKnown: boolean;
  isCovered: boolean;
}

/**
 * Who has an offer of the terms within reach, by school and by home cell.
 * A student is covered if the nearest offer is within `minutes` of the school or of the home cell's centre.
 * Students of whom neither place is known are not counted: nothing can be said of them.
 * Every school has a row; a cell has one where a counted student lives. Rows are sorted by id.
 */
export function computeGaps(input: GapInput): OpenGapResult {
  const { params, taxonomy, unmetByStudent } = input;
  const terms = new Set(params.terms.flatMap((term) => [term, ...taxonomy.within(term)]));
  const offers = offersOf(input.offers, terms);
  const nearestTo = nearestFinder(offers, input.travel[params.mode]);
  const matched = unmetByStudent !== undefined;

  function placeAt(named: { id: string; name?: string }, position: Position | undefined): Place {
    const nearest = nearestTo(position);
    const isCovered = nearest !== undefined && nearest.minutes <= params.minutes;
    return { row: emptyRow(named, nearest, matched), isKnown: position !== undefined, isCovered };
  }

  const total = emptyRow({ id: 'total' }, undefined, matched);
  const schools = new Map(
    input.schools.map((school) => [school.id, placeAt(school, school.point?.coordinates)]),
  );
  const cells = new Map<string, Place>();
  for (const student of input.students) {
    if (params.demand === 'need' && !needsOneOf(student, terms)) continue;
    const cell = homeCellOf(student, input.homeResolution);
    if (cell !== undefined && !cells.has(cell)) cells.set(cell, placeAt({ id: cell }, cellCenter(cell)));
    const places = [schools.get(student.schoolId), cells.get(cell ?? '')].filter(
      (place) => place !== undefined,
    );
    if (!places.some((place) => place.isKnown)) continue;
    const covered = places.some((place) => place.isCovered);
    const unmet = [...(unmetByStudent?.get(student.id) ?? [])].filter((term) => terms.has(term)).length;
    for (const row of [total, ...places.map((place) => place.row)]) countStudent(row, covered, unmet);
  }
  return { params, total, bySchool: sortedRows(schools), byCell: sortedRows(cells), offers: offers.length };
}

function sortedRows(places: ReadonlyMap<string, Place>): OpenGapRow[] {
  return [...places.values()].map(({ row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
}
