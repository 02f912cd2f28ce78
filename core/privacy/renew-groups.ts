import { gatherHomes } from './gather-homes.ts';
import { byCell, type Group, type HomeCount, studentsOf } from './home-count.ts';
import { homesAt } from './homes-at.ts';

/** A school is gathered anew when its number of students has changed by this share. */
const MUCH = 0.25;

/**
 * The groups of all schools, counted again. From one count to the next every figure that can be asked for (a group,
 * a school, a cell, all) stays or changes by at least `threshold`: the coming or going of a handful never shows.
 * What is gone is taken out first, then what has come is added, school by school; a school whose step would break that
 * waits for the next count.
 */
export function renewGroups(
  held: readonly Group[],
  homesBySchool: ReadonlyMap<string, readonly HomeCount[]>,
  threshold: number,
): Group[] {
  const schoolIds = [...new Set([...held.map(({ schoolId }) => schoolId), ...homesBySchool.keys()])].sort();
  const steps = schoolIds.map((schoolId) => {
    const last = held.filter((group) => group.schoolId === schoolId);
    const next = renewSchool(last, homesBySchool.get(schoolId) ?? [], threshold);
    return { schoolId, less: lesser(last, next), next };
  });
  let groups = [...held];
  const tryStep = (schoolId: string, step: readonly HomeCount[]) => {
    const others = groups.filter((group) => group.schoolId !== schoolId);
    const tried = [...others, ...step.map((group) => ({ ...group, schoolId }))];
    if (changesEnough(held, tried, threshold)) groups = tried;
  };
  for (const { schoolId, less } of steps) tryStep(schoolId, less);
  for (const { schoolId, next } of steps) tryStep(schoolId, next);
  return groups.sort((a, b) => (a.schoolId === b.schoolId ? byCell(a, b) : a.schoolId < b.schoolId ? -1 : 1));
}

function renewSchool(
  held: readonly HomeCount[],
  homes: readonly HomeCount[],
  threshold: number,
): HomeCount[] {
  const before = studentsOf(held);
  const isNew = Math.abs(studentsOf(homes) - before) >= before * MUCH;
  const counted = new Map(
    (isNew ? gatherHomes(homes, threshold) : held.length > 0 ? homesAt(held, homes) : []).map((group) => [
      group.cell,
      group.students,
    ]),
  );
  const last = new Map(held.map((group) => [group.cell, group.students]));
  return [...new Set([...last.keys(), ...counted.keys()])].flatMap((cell) => {
    const students = heldOrNew(last.get(cell) ?? 0, counted.get(cell) ?? 0, threshold);
    return students > 0 ? [{ cell, students }] : [];
  });
}

/** The groups of last time without what is gone. */
function lesser(last: readonly HomeCount[], next: readonly HomeCount[]): HomeCount[] {
  return last.flatMap(({ cell, students }) => {
    const now = next.find((group) => group.cell === cell)?.students ?? 0;
    return now > 0 ? [{ cell, students: Math.min(students, now) }] : [];
  });
}

/** What was told stays until it is off by the threshold; what is too small to be told is nothing. */
function heldOrNew(told: number, now: number, threshold: number): number {
  if (told > 0 && Math.abs(now - told) < threshold) return told;
  return now >= threshold ? now : 0;
}

function changesEnough(before: readonly Group[], after: readonly Group[], threshold: number): boolean {
  const last = marginals(before);
  const next = marginals(after);
  return [...new Set([...last.keys(), ...next.keys()])].every((key) => {
    const change = Math.abs((next.get(key) ?? 0) - (last.get(key) ?? 0));
    return change === 0 || change >= threshold;
  });
}

/** Students by school, by cell and in all. */
function marginals(groups: readonly Group[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { schoolId, cell, students } of groups) {
    for (const key of [`school ${schoolId}`, `cell ${cell}`, 'all'])
      sums.set(key, (sums.get(key) ?? 0) + students);
  }
  return sums;
}
