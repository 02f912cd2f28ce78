import { getResolution, latLngToCell } from 'h3-js';
import { cellCenter } from '../geo/cell-center.ts';
import { type UnitVector, unitVector } from '../geo/sphere-points.ts';
import { byCell, type HomeCount } from './home-count.ts';
import { homesAt } from './homes-at.ts';

/** Homes gathered so far: `at` is the sum of the unit vectors of the homes that are known, `towards` its direction. */
interface Gathering {
  students: number;
  at: UnitVector | null;
  towards: UnitVector | null;
}

/**
 * Gathers the homes of a school's students into groups of at least `threshold`: as long as a group is smaller, the
 * smallest joins its nearest. A group is told of at the cell of its middle, the mean of its homes, with the homes to
 * which that is the nearest middle. Nothing is left over; fewer students than the threshold give no group at all.
 *
 * This is microaggregation with groups of at least k (J. Domingo-Ferrer and J. M. Mateo-Sanz, "Practical data-oriented
 * microaggregation for statistical disclosure control", IEEE TKDE 14, 2002), by pairwise joining.
 */
export function gatherHomes(homes: readonly HomeCount[], threshold: number): HomeCount[] {
  const groups = [...homes]
    .filter(({ students }) => students > 0)
    .sort(byCell)
    .map(begin);
  while (groups.length > 1) {
    const smallest = groups.reduce((least, group) => (group.students < least.students ? group : least));
    if (smallest.students >= threshold) break;
    groups.splice(groups.indexOf(smallest), 1);
    const nearest = nearestOf(groups, smallest);
    groups[groups.indexOf(nearest)] = join(nearest, smallest);
  }
  const known = homes.find(({ cell }) => cell !== null)?.cell;
  const middles = new Set(groups.map((group) => middleOf(group, known)));
  return settle([...middles].map((cell) => ({ cell })).sort(byCell), homes, threshold);
}

/**
 * Every home is counted at the nearest of these middles, as it will be when it is counted again: the coming of one
 * student then changes no group by more than one. A middle with fewer than the threshold is given up.
 */
function settle(
  middles: readonly Pick<HomeCount, 'cell'>[],
  homes: readonly HomeCount[],
  threshold: number,
): HomeCount[] {
  if (middles.length === 0) return [];
  const counted = homesAt(middles, homes);
  const smallest = counted.reduce((least, group) => (group.students < least.students ? group : least));
  if (smallest.students >= threshold) return counted;
  const others = middles.filter(({ cell }) => cell !== smallest.cell);
  return settle(others, homes, threshold);
}

function begin({ cell, students }: HomeCount): Gathering {
  const center = cellCenter(cell ?? undefined);
  return gathering(students, center ? scaled(unitVector(center), students) : null);
}

function join(a: Gathering, b: Gathering): Gathering {
  const at = a.at && b.at ? sum(a.at, b.at) : (a.at ?? b.at);
  return gathering(a.students + b.students, at);
}

function gathering(students: number, at: UnitVector | null): Gathering {
  return { students, at, towards: at && scaled(at, 1 / Math.hypot(at[0], at[1], at[2])) };
}

/** Of equally near ones the first; from or to nowhere known, the largest. */
function nearestOf(groups: readonly Gathering[], from: Gathering): Gathering {
  let best = groups[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const remote = remoteness(group, from);
    if (remote >= least) continue;
    best = group;
    least = remote;
  }
  return best;
}

/** Grows with the distance. A cosine is at least -1, so that whatever is known is nearer than what is not. */
function remoteness({ towards, students }: Gathering, from: Gathering): number {
  return towards && from.towards ? -dot(towards, from.towards) : 2 + 1 / students;
}

/** The cell of the groups' own size in which the mean of the homes lies. */
function middleOf({ at }: Gathering, like: string | null | undefined): string | null {
  if (!at || !like) return null;
  const latitude = Math.atan2(at[2], Math.hypot(at[0], at[1]));
  return latLngToCell(latitude / RADIANS, Math.atan2(at[1], at[0]) / RADIANS, getResolution(like));
}

const RADIANS = Math.PI / 180;

function scaled([x, y, z]: UnitVector, by: number): UnitVector {
  return [x * by, y * by, z * by];
}

function sum(a: UnitVector, b: UnitVector): UnitVector {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function dot(a: UnitVector, b: UnitVector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
