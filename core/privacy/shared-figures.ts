import { groupBy } from '../lists/group-by.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { type CountedStudent, countNeeds, figureId } from './count-needs.ts';
import { type HeldFigure, renewFigures } from './renew-figures.ts';

/** A student who has a place at a service under a roof, for a need. */
export interface PlacedStudent {
  studentId: string;
  term: string;
  serviceId: string;
  roof: string;
}

/** How many students have a place at both of two services under one roof. */
export interface SharedFigure extends HeldFigure {
  roof: string;
  /** In order. */
  services: [string, string];
}

export interface SharedInput {
  placed: readonly PlacedStudent[];
  /** Students of schools that are told of. */
  students: readonly CountedStudent[];
  taxonomy: Pick<Taxonomy, 'lineage'>;
  unmetByStudent?: ReadonlyMap<string, ReadonlySet<string>>;
  threshold: number;
}

interface Pair extends Pick<SharedFigure, 'roof' | 'services'> {
  students: number;
  /** Students of the smallest set known from elsewhere that holds all of these. */
  within: number;
}

/**
 * Counts pairs of services by the students they share, and decides which may be told: at least the threshold, with as
 * many left of each set that holds them and may be known from elsewhere: who is at the one, who at the other, and who
 * needs one of the terms for which they were placed and found a match (docs/methods.md, "Who shares clients"). As every
 * figure it stays until it is off by the threshold.
 */
export function sharedFigures(input: SharedInput, held: readonly SharedFigure[]): SharedFigure[] {
  const pairs = pairsOf(input);
  for (const { roof, services } of held) {
    const id = idOf(roof, services);
    if (!pairs.has(id)) pairs.set(id, { roof, services, students: 0, within: 0 });
  }
  const renewed = renewFigures(
    [...pairs].map(([id, { students }]) => ({ id, students, within: [] })),
    new Map(held.map(({ roof, services, students, told }) => [idOf(roof, services), { students, told }])),
    input.threshold,
    (id, students) => pairs.get(id)!.within - students >= input.threshold,
  );
  return [...pairs]
    .map(([id, { roof, services }]) => ({ roof, services, ...renewed.get(id)! }))
    .filter(({ students }) => students > 0);
}

function pairsOf(input: SharedInput): Map<string, Pair> {
  const told = new Set(input.students.map(({ id }) => id));
  const placed = input.placed.filter(({ studentId }) => told.has(studentId));
  if (placed.length === 0) return new Map();
  const atService = groupBy(placed, ({ roof, serviceId }) => JSON.stringify([roof, serviceId]));
  const metOf = metNeeds(input);
  return new Map(
    [...studentsOfPairs(placed)].map(([id, { roof, services, both }]) => {
      const at = services.map((serviceId) => atService.get(JSON.stringify([roof, serviceId])) ?? []);
      const sizes = at.map((list) => new Set(list.map(({ studentId }) => studentId)).size);
      const terms = at.flat().flatMap(({ studentId, term }) => (both.has(studentId) ? [term] : []));
      const within = Math.min(...sizes, ...[...new Set(terms)].map(metOf));
      return [id, { roof, services, students: both.size, within }];
    }),
  );
}

function studentsOfPairs(placed: readonly PlacedStudent[]) {
  const pairs = new Map<string, Pick<Pair, 'roof' | 'services'> & { both: Set<string> }>();
  const underRoof = groupBy(placed, ({ studentId, roof }) => JSON.stringify([studentId, roof]));
  for (const own of underRoof.values()) {
    const { studentId, roof } = own[0]!;
    for (const services of pairsAmong([...new Set(own.map(({ serviceId }) => serviceId))])) {
      const id = idOf(roof, services);
      const pair = pairs.get(id) ?? { roof, services, both: new Set() };
      pair.both.add(studentId);
      pairs.set(id, pair);
    }
  }
  return pairs;
}

/** How many students need a term or what lies below it, and are not among those for whom nothing was found. */
function metNeeds({ students, taxonomy, unmetByStudent }: SharedInput): (term: string) => number {
  const counts = new Map(
    countNeeds(students, taxonomy, unmetByStudent).map(({ id, students: count }) => [id, count]),
  );
  const count = (kind: 'students' | 'unmet', term: string) => counts.get(figureId(kind, term)) ?? 0;
  return (term) => count('students', term) - count('unmet', term);
}

function pairsAmong(services: readonly string[]): [string, string][] {
  const sorted = [...services].sort();
  return sorted.flatMap((one, n) => sorted.slice(n + 1).map((other): [string, string] => [one, other]));
}

function idOf(roof: string, services: readonly [string, string]): string {
  return JSON.stringify([roof, ...services]);
}
