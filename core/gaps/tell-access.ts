import type { Supply } from '../access/supply-of.ts';
import type { Demand, DemandPlace } from '../demand/demand-place.ts';
import { roundMinutes } from '../travel/trip.ts';
import { accessInequality } from './access-inequality.ts';
import { demandAsked, measureAsked } from './demand-asked.ts';
import type { GapResult, GapRow } from './gap.ts';
import type { GapAccess } from './gap-access.ts';
import { isShared, type MeasuredPlace, type MeasuredPlaces, type PlaceAccess } from './measure-places.ts';
import type { Nearest } from './nearest-offer.ts';

export interface AccessFacts {
  demand: Demand & { asOf: string };
  supply: Supply;
  /** Side by side: what was measured, at which places, with which nearest. */
  places: readonly MeasuredPlace[];
  measured: MeasuredPlaces;
  nearest: readonly (Nearest | undefined)[];
  travel: GapAccess['travel'];
}

/**
 * Adds a measure of access to a gap run's rows. The figures of students stay as they were told, and access follows from
 * them and from public places alone, so it needs no hiding. Where others are counted, nothing is told of students.
 */
export function tellAccess(result: GapResult, facts: AccessFacts): GapResult {
  const { demand, supply, measured, travel } = facts;
  const { of } = demandAsked(result.params);
  const ofStudents = of === 'students' || of === 'need';
  const at = new Map(facts.places.map(({ id }, i) => [id, measured.places[i]!]));
  const counted = new Map(demand.places.map((place) => [place.id, place]));
  const tellRow = (row: GapRow): GapRow => ({
    ...row,
    hidden: ofStudents && row.hidden,
    ...peopleOf(ofStudents ? row : undefined, counted.get(row.id)),
    ...accessOf(at.get(row.id)),
  });
  const inequality = inequalityOf(result, demand.places, at);
  const people = demand.places.reduce((sum, place) => sum + place.people, 0);
  return {
    ...result,
    total: { ...tellRow(result.total), people, access: meanAccess(demand.places, at) },
    bySchool: result.bySchool.map(tellRow),
    byCell: of === 'students' ? result.byCell.map(tellRow) : [],
    ...(of === 'children' && { byArea: areaRows(facts, tellRow) }),
    access: {
      asOf: demand.asOf,
      people,
      capacity: supply.places.reduce((sum, { capacity }) => sum + capacity, 0),
      capacityUnknown: supply.unknown,
      noData: demand.noData.length,
      travel,
      ...(measured.equilibriumGap !== undefined && { equilibriumGap: measured.equilibriumGap }),
      ...(inequality && { inequality }),
    },
  };
}

/** Of students only what their own row tells: their places are not their schools. */
function peopleOf(row: GapRow | undefined, place: DemandPlace | undefined) {
  if (row) return { people: row.students };
  const { people = null, low, high } = place ?? {};
  return {
    people,
    ...(low !== undefined && { peopleLow: low }),
    ...(high !== undefined && { peopleHigh: high }),
  };
}

function accessOf(place: PlaceAccess | undefined) {
  const { access = null, low, high, outOfReach = false } = place ?? {};
  return {
    access,
    ...(low !== undefined && { accessLow: low }),
    ...(high !== undefined && { accessHigh: high }),
    outOfReach,
  };
}

function inequalityOf(
  { params, threshold }: GapResult,
  places: readonly DemandPlace[],
  at: ReadonlyMap<string, PlaceAccess>,
) {
  const method = measureAsked(params)?.method;
  if (method === undefined || !isShared(method)) return undefined;
  const served = places.flatMap((place) => {
    const access = at.get(place.id)?.access ?? null;
    return access === null ? [] : [{ place, access }];
  });
  return accessInequality(served, threshold);
}

/** What people have on average; those of whose place nothing can be said are left out. Null: of nobody it can. */
function meanAccess(places: readonly DemandPlace[], at: ReadonlyMap<string, PlaceAccess>): number | null {
  let [sum, people] = [0, 0];
  for (const place of places) {
    const access = at.get(place.id)?.access ?? null;
    if (access === null) continue;
    sum += place.people * access;
    people += place.people;
  }
  return people === 0 ? null : sum / people;
}

/** Told one by one: a state has so many that no second list of them should be held. */
function areaRows({ demand, places, nearest }: AccessFacts, tell: (row: GapRow) => GapRow): GapRow[] {
  const nearestAt = new Map(places.map(({ id }, i) => [id, nearest[i]]));
  const areas = demand.places.filter(({ kind }) => kind === 'area');
  return areas.map(({ id, name }) => {
    const way = nearestAt.get(id);
    return tell({
      id,
      ...(name !== undefined && { name }),
      students: null,
      covered: null,
      share: null,
      end: null,
      unmet: null,
      nearestMinutes: way ? roundMinutes(way.minutes) : null,
      nearestOfferId: way?.offerId ?? null,
      hidden: false,
    });
  });
}
