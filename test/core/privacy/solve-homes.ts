import { cellToLatLng } from 'h3-js';
import type { GapResult } from '../../../core/gaps/gap.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { GapWorld } from '../gaps/gap-world.ts';
import { travel } from '../matching/world.ts';

/** What an answer says of homes: so many students live in these cells of these schools. */
export interface Equation {
  /** One entry a home (a school with a cell): 1 where it is counted. */
  homes: number[];
  students: number;
}

/** A home that the attacker asks about. */
export interface Home {
  schoolId: string;
  /** Null: nobody knows where. */
  cell: string | null;
}

/** All homes that there can be: every school with every cell that any answer or any child knows. */
export function homesOf(world: GapWorld): Home[] {
  const { counts, students, schools } = world;
  const lived = students.map(({ homeCell }) => homeCell).filter((cell) => cell && cell !== 'no-cell');
  const cells = new Set([
    null,
    ...counts.groups.map(({ cell }) => cell),
    ...lived.map((cell) => cell ?? null),
  ]);
  const schoolIds = new Set([...schools.map(({ id }) => id), ...students.map(({ schoolId }) => schoolId)]);
  return [...schoolIds].flatMap((schoolId) => [...cells].map((cell) => ({ schoolId, cell })));
}

/**
 * Everything that an answer about all students tells, as equations. Who is covered follows from public places; where
 * only an end is told the attacker knows no number.
 */
export function equationsOf(world: GapWorld, homes: readonly Home[], result: GapResult): Equation[] {
  const isCovered = coverageOf(world, result);
  const equations: Equation[] = [];
  const add = (students: number | null, holds: (home: Home) => boolean) => {
    if (students !== null) equations.push({ homes: homes.map((home) => Number(holds(home))), students });
  };
  const rows = [
    ...result.bySchool.map((row) => ({ row, isOf: ({ schoolId }: Home) => schoolId === row.id })),
    ...result.byCell.map((row) => ({ row, isOf: ({ cell }: Home) => cell === row.id })),
    { row: result.total, isOf: () => true },
  ];
  for (const { row, isOf } of rows) {
    add(row.students, isOf);
    add(row.covered, (home) => isOf(home) && isCovered(home));
  }
  return equations;
}

function coverageOf({ offers, schools, taxonomy }: GapWorld, { params }: GapResult): (home: Home) => boolean {
  const wanted = new Set(params.terms.flatMap((term) => taxonomy.within(term)));
  const { overheadMinutes, detour, speedKmh } = travel[params.mode];
  const points = offers.flatMap(({ point, confidentiality, terms }) =>
    point && confidentiality === 'public' && terms.some((term) => wanted.has(term))
      ? [point.coordinates]
      : [],
  );
  const minutesTo = (from: [number, number]) =>
    Math.min(...points.map((to) => overheadMinutes + ((greatCircleKm(from, to) * detour) / speedKmh) * 60));
  return ({ schoolId, cell }) => {
    const [lat, lon] = cell === null ? [] : cellToLatLng(cell);
    const school = schools.find(({ id }) => id === schoolId)?.point?.coordinates;
    const from = lon === undefined || lat === undefined ? school : ([lon, lat] as [number, number]);
    return from !== undefined && minutesTo(from) <= params.minutes;
  };
}

/** Gauss and Jordan: the same equations, solved as far as they can be. Doubles suffice for counts of these sizes. */
export function solve(equations: readonly Equation[]): Equation[] {
  const rows = equations.map(({ homes, students }) => [...homes, students]);
  let lead = 0;
  for (let column = 0; column < (rows[0]?.length ?? 1) - 1; column++) {
    const found = rows.findIndex((row, n) => n >= lead && Math.abs(row[column]!) > 1e-9);
    if (found < 0) continue;
    const pivot = rows[found]!.map((value) => value / rows[found]![column]!);
    rows[found] = rows[lead]!;
    rows[lead] = pivot;
    for (const [n, row] of rows.entries())
      if (n !== lead) rows[n] = row.map((value, at) => value - row[column]! * pivot[at]!);
    lead += 1;
  }
  return rows.slice(0, lead).map((row) => ({ homes: row.slice(0, -1), students: row.at(-1)! }));
}
