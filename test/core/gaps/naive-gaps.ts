import { cellToLatLng, cellToParent, getResolution, isValidCell } from 'h3-js';
import type { GapStudent } from '../../../core/gaps/gap-demand.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { GapWorld } from './gap-world.ts';

/** Gaps once more, plainly: each row filters all students again, and each asks every offer. */
export function gapsNaively(input: GapWorld) {
  const { params, taxonomy, travel, homeResolution = 15 } = input;
  const wanted = (term: string) => taxonomy.lineage(term).some((above) => params.terms.includes(above));
  const offers = input.offers.filter(
    ({ point, confidentiality, terms }) => point && confidentiality === 'public' && terms.some(wanted),
  );

  function cellOf({ homeCell }: GapStudent): string | undefined {
    if (!homeCell || !isValidCell(homeCell)) return undefined;
    return cellToParent(homeCell, Math.min(getResolution(homeCell), homeResolution));
  }

  function placesOf(student: GapStudent): Position[] {
    const school = input.schools.find(({ id }) => id === student.schoolId);
    const cell = cellOf(student);
    return [...(school?.point ? [school.point.coordinates] : []), ...(cell ? [centerOf(cell)] : [])];
  }

  function centerOf(cell: string): Position {
    const [lat, lon] = cellToLatLng(cell);
    return [lon, lat];
  }

  function ways(from: Position) {
    const { overheadMinutes, detour, speedKmh } = travel[params.mode];
    return offers
      .map(({ id, point }) => {
        const km = greatCircleKm(from, point!.coordinates);
        return { id, minutes: overheadMinutes + ((km * detour) / speedKmh) * 60 };
      })
      .sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1));
  }

  const counted = input.students
    .filter((student) => params.demand === 'all' || student.needs.some(({ term }) => wanted(term)))
    .filter((student) => placesOf(student).length > 0);

  function row(id: string, students: GapStudent[], at: Position | undefined, name?: string) {
    const covered = students.filter((student) =>
      placesOf(student).some((place) => ways(place).some(({ minutes }) => minutes <= params.minutes)),
    ).length;
    const unmet = students.map(
      ({ id: who }) => [...(input.unmetByStudent?.get(who) ?? [])].filter(wanted).length,
    );
    const nearest = at && ways(at)[0];
    return {
      id,
      ...(name && { name }),
      students: students.length,
      covered,
      share: students.length > 0 ? covered / students.length : null,
      unmet: input.unmetByStudent ? unmet.reduce((sum, n) => sum + n, 0) : null,
      unmetStudents: unmet.filter((n) => n > 0).length,
      nearestMinutes: nearest ? Math.round(nearest.minutes * 10) / 10 : null,
      nearestOfferId: nearest?.id ?? null,
      hidden: false,
    };
  }

  const cells = [...new Set(counted.map(cellOf).filter((cell) => cell !== undefined))].sort();
  return {
    params,
    total: row('total', counted, undefined),
    bySchool: [...input.schools]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, point, name }) =>
        row(
          id,
          counted.filter(({ schoolId }) => schoolId === id),
          point?.coordinates,
          name,
        ),
      ),
    byCell: cells.map((cell) =>
      row(
        cell,
        counted.filter((student) => cellOf(student) === cell),
        centerOf(cell),
      ),
    ),
    offers: offers.length,
  };
}
