import { greatCircleKm } from '../../geo/great-circle-km.ts';
import { type Disc, discOf } from './disc.ts';
import { type Chunk, LEVELS, NOBODY, type PointTask } from './point-task.ts';
import { ensureRoom, type ReachLog } from './reach-log.ts';

/** Differences of cosines are compared as whole numbers up to this: their sign bit is an answer without a jump. */
const WHOLE = 2 ** 30;

export interface SiteFinder {
  /** Finds the sites around a chunk, adds its people to their counts of this thread, and notes them in the log. */
  count(chunk: Chunk, log: ReachLog): void;
}

/**
 * Finds who lies within each step of whom, a node of slots at a time: of the sites that were in doubt for the node
 * above some are within the step for all of the node, some for none, and only the others are asked for its parts. So
 * few pairs are ever measured, and of these only the ones within rounding of the step by the haversine formula.
 */
export function siteFinder(task: PointTask, thread: number): SiteFinder {
  const { places, sites, items, item, slotXyz, people, nodes, firstMember, lastSlot, memberXyz } = task;
  const members = task.site.length;
  const largest = Math.max(
    ...Array.from({ length: task.groups }, (_, k) => firstMember[k + 1]! - firstMember[k]!),
  );
  const doubtful = Array.from({ length: LEVELS + 1 }, () => new Uint32Array(largest + 1));
  const discs = task.steps.map(([km]) => discOf(km));
  /** People of each set of a node's four slots. */
  const peopleOf = new Float64Array(16);
  const counts = task.counts.subarray(thread * discs.length * members, (thread + 1) * discs.length * members);

  let disc: Disc = discs[0]!;
  let log: ReachLog;
  let countsAt = 0;
  let end = 0;
  let off = 0;
  let reach = 0;

  function count({ group, from }: Chunk, into: ReachLog): void {
    log = into;
    end = lastSlot[group]!;
    const all = doubtful[LEVELS]!;
    const size = firstMember[group + 1]! - firstMember[group]!;
    for (let i = 0; i < size; i++) all[i] = firstMember[group]! + i;
    for (let step = 0; step < discs.length; step++) {
      disc = discs[step]!;
      countsAt = step * members;
      visit(LEVELS - 1, from, size, 4, 2, 0);
    }
  }

  /**
   * @param size of the list of sites in doubt for the node above
   * @param offAbove how far the cosine of one of them, seen from the middle above, is from the step's at most
   * @param reachAbove the longest chord to one of them from there
   * @param radiusAbove of the node above
   */
  function visit(
    level: number,
    from: number,
    size: number,
    offAbove: number,
    reachAbove: number,
    radiusAbove: number,
  ): void {
    const at = from >>> (2 * level);
    const radius = nodes[level]![at + 3]!;
    const moved = radius + radiusAbove;
    ensureRoom(log, 2 * size);
    const left = sift(level, at, size, offAbove + moved * (reachAbove + moved), peopleIn(from, level));
    if (level === 0) {
      measure(from, left, off + radius * (reach + radius));
      return;
    }
    log.entries[log.length++] = left;
    if (left === 0) return;
    const [part, offOwn, reachOwn] = [4 ** level, off, reach];
    const last = Math.min(from + 4 * part, end);
    for (let child = from; child < last; child += part)
      visit(level - 1, child, left, offOwn, reachOwn, radius);
  }

  /**
   * Sorts the sites in doubt above by where they see a node: all of it within the step (noted, and its people counted),
   * none of it, or still in doubt. Of these it leaves behind how far `off` the step and within which `reach` they are.
   * @param offMost no cosine is further from the step's
   */
  function sift(level: number, at: number, size: number, offMost: number, sum: number): number {
    const own = nodes[level]!;
    const x = own[at]!;
    const y = own[at + 1]!;
    const z = own[at + 2]!;
    const inner = disc.chord - own[at + 3]!;
    const outer = Math.min(disc.chord + own[at + 3]!, 2);
    const allIn = inner > 0 ? 1 - (inner * inner) / 2 + disc.slack : 1 + 1e-12;
    const noneIn = 1 - (outer * outer) / 2 - disc.slack;
    const scale = WHOLE / (offMost + allIn - noneIn + 1e-11);
    const surelyIn = Math.ceil((allIn - noneIn) * scale) + 1;
    const list = doubtful[level + 1]!;
    const to = doubtful[level]!;
    const { entries } = log;
    const first = log.length + 1;
    let inAll = first;
    let left = 0;
    for (let i = 0; i < size; i++) {
      const member = list[i]!;
      const j = 3 * member;
      const cosine = x * memberXyz[j]! + y * memberXyz[j + 1]! + z * memberXyz[j + 2]!;
      const nearer = ((cosine - noneIn) * scale) | 0;
      const isNotIn = (nearer - surelyIn) >>> 31;
      entries[inAll] = member;
      inAll += 1 - isNotIn;
      to[left] = member;
      left += isNotIn - (nearer >>> 31);
    }
    entries[first - 1] = inAll - first;
    log.length = inAll;
    for (let i = first; i < inAll; i++) counts[countsAt + entries[i]!]! += sum;
    off = (surelyIn + 2) / scale;
    reach = Math.sqrt(2 * (1 - noneIn + 2 / scale));
    return left;
  }

  function peopleIn(from: number, level: number): number {
    const to = Math.min(from + 4 ** (level + 1), end);
    let sum = 0;
    for (let slot = from; slot < to; slot++) sum += people[slot]!;
    return sum;
  }

  /** The four slots of a node, one by one, against the sites that are in doubt for them. */
  function measure(from: number, size: number, offMost: number): void {
    for (let set = 1; set < 16; set++)
      peopleOf[set] = peopleOf[set & (set - 1)]! + people[from + 31 - Math.clz32(set & -set)]!;
    const { entries } = log;
    const first = log.length + 1;
    let noted = first;
    const list = doubtful[0]!;
    const at = 3 * from;
    const x0 = slotXyz[at]!;
    const y0 = slotXyz[at + 1]!;
    const z0 = slotXyz[at + 2]!;
    const x1 = slotXyz[at + 3]!;
    const y1 = slotXyz[at + 4]!;
    const z1 = slotXyz[at + 5]!;
    const x2 = slotXyz[at + 6]!;
    const y2 = slotXyz[at + 7]!;
    const z2 = slotXyz[at + 8]!;
    const x3 = slotXyz[at + 9]!;
    const y3 = slotXyz[at + 10]!;
    const z3 = slotXyz[at + 11]!;
    const border = disc.cosine;
    const scale = WHOLE / (offMost + 8 * disc.slack);
    const doubt = Math.ceil(disc.slack * scale) + 1;
    for (let i = 0; i < size; i++) {
      const member = list[i]!;
      const j = 3 * member;
      const x = memberXyz[j]!;
      const y = memberXyz[j + 1]!;
      const z = memberXyz[j + 2]!;
      const t0 = ((border - (x * x0 + y * y0 + z * z0)) * scale) | 0;
      const t1 = ((border - (x * x1 + y * y1 + z * z1)) * scale) | 0;
      const t2 = ((border - (x * x2 + y * y2 + z * z2)) * scale) | 0;
      const t3 = ((border - (x * x3 + y * y3 + z * z3)) * scale) | 0;
      let set = (t0 >>> 31) | ((t1 >>> 31) << 1) | ((t2 >>> 31) << 2) | ((t3 >>> 31) << 3);
      if (
        (t0 < doubt && t0 > -doubt) ||
        (t1 < doubt && t1 > -doubt) ||
        (t2 < doubt && t2 > -doubt) ||
        (t3 < doubt && t3 > -doubt)
      )
        set = measureExactly(from, member);
      counts[countsAt + member]! += peopleOf[set]!;
      entries[noted] = (member << 4) | set;
      noted += (set + 15) >>> 4;
    }
    entries[first - 1] = noted - first;
    log.length = noted;
  }

  /** The set of slots within the step by the haversine formula. */
  function measureExactly(from: number, member: number): number {
    const id = task.site[member]!;
    let set = 0;
    for (let slot = 0; slot < 4; slot++) {
      if (item[from + slot] === NOBODY) continue;
      const place = items.place[item[from + slot]!]!;
      const km = greatCircleKm([places.lon[place]!, places.lat[place]!], [sites.lon[id]!, sites.lat[id]!]);
      if (km <= disc.km) set |= 1 << slot;
    }
    return set;
  }

  return { count };
}
