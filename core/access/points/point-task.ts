import type { MakeRoom } from '../../geo/k-d-tree.ts';
import type { Places } from '../../matching/candidates/candidate-task.ts';

/** Items of this many slots share their way through the sites; a chunk is what a thread takes at a time. */
export const CHUNK = 4096;
/** A node has four of the level below; those of level 0 have four slots. */
export const LEVELS = 6;
/** In a slot that is there to fill a node: it stands where the item before it stands, for nobody. */
export const NOBODY = 0xffff_ffff;

/** What E2SFCA is asked of: points, without a table of ways. Each group of items is served by its own sites. */
export interface PointInput {
  places: Places;
  /** Bit k of `mask`: serves group k, of 32. */
  sites: Places & { mask: Uint32Array; supply: Float64Array };
  /** Who asks: where, in which group, and for how many people (1 unless given). */
  items: { place: Uint32Array; group: Uint8Array; people?: Float64Array };
  /** [up to and with so many km, weight], in order; nothing beyond. */
  steps: readonly (readonly [upTo: number, weight: number])[];
}

export interface Chunk {
  group: number;
  /** The first of its slots. */
  from: number;
}

/** All that is read and written, in typed arrays that threads can share. */
export interface PointTask extends PointInput {
  threads: number;
  groups: number;
  /** [west, south, cells a degree eastward, northward] of the square that curves go through. */
  frame: Float64Array;
  /** Slots of group k are firstSlot[k] to lastSlot[k] − 1; groups begin at a chunk's first slot. */
  firstSlot: Uint32Array;
  lastSlot: Uint32Array;
  item: Uint32Array;
  /** Three coordinates a slot, on the unit sphere. */
  slotXyz: Float64Array;
  people: Float64Array;
  /** What people are rounded to, a power of two: small enough not to matter, large enough for all sums to be exact. */
  unit: number;
  /** Four numbers a node, level by level: its middle on the sphere, and the longest chord from there to its slots. */
  nodes: readonly Float64Array[];
  /** Members of group k (sites that serve it) are firstMember[k] to firstMember[k + 1] − 1. */
  firstMember: Uint32Array;
  site: Uint32Array;
  memberXyz: Float64Array;
  /** Of each thread, step and member: people up to that step. */
  counts: Float64Array;
  /** Of each member: places over people in reach. */
  ratio: Float64Array;
  /** Written, of each item. */
  access: Float64Array;
}

/** Bits of a mask. */
const GROUPS = 32;
const CELLS = 2048;

export function pointTask(
  input: PointInput,
  threads: number,
  makeRoom: MakeRoom,
  unit = unitOf(peopleIn(input.items)),
): PointTask {
  const { items, sites, steps } = input;
  const doubles = (size: number) => new Float64Array(makeRoom(8 * size));
  const wholes = (size: number) => new Uint32Array(makeRoom(4 * size));
  const firstSlot = wholes(GROUPS);
  const lastSlot = wholes(GROUPS);
  for (let i = 0; i < items.group.length; i++) lastSlot[items.group[i]!]!++;
  let slots = 0;
  for (let group = 0; group < GROUPS; group++) {
    firstSlot[group] = slots;
    slots += Math.ceil(lastSlot[group]! / CHUNK) * CHUNK;
    lastSlot[group]! += firstSlot[group]!;
  }
  const firstMember = wholes(GROUPS + 1);
  for (const mask of sites.mask)
    for (let group = 0; group < GROUPS; group++) firstMember[group + 1]! += (mask >>> group) & 1;
  for (let group = 0; group < GROUPS; group++) firstMember[group + 1]! += firstMember[group]!;
  const members = firstMember[GROUPS]!;
  return {
    ...input,
    threads,
    groups: GROUPS,
    frame: frameOf(input.places, doubles(4)),
    firstSlot,
    lastSlot,
    item: wholes(slots),
    slotXyz: doubles(3 * slots),
    people: doubles(slots),
    unit,
    nodes: Array.from({ length: LEVELS }, (_, level) => doubles((4 * slots) / 4 ** (level + 1))),
    firstMember,
    site: wholes(members),
    memberXyz: doubles(3 * members),
    counts: doubles(threads * steps.length * members),
    ratio: doubles(members),
    access: doubles(items.place.length),
  };
}

/** Deals the items out to the slots of their groups, in no order yet. */
export function dealItems({ firstSlot, item, items }: PointTask): void {
  const next = firstSlot.slice();
  for (let i = 0; i < items.group.length; i++) item[next[items.group[i]!]!++] = i;
}

/** What threads take one by one. */
export function chunksOf({ groups, firstSlot, lastSlot }: PointTask): Chunk[] {
  return Array.from({ length: groups }, (_, group) => {
    const chunks = Math.ceil((lastSlot[group]! - firstSlot[group]!) / CHUNK);
    return Array.from({ length: chunks }, (_, n) => ({ group, from: firstSlot[group]! + n * CHUNK }));
  }).flat();
}

/** With so many people in all their sum in this unit is below 2^52: sums of some are exact in whatever order. */
export function unitOf(people: number): number {
  return 2 ** (Math.ceil(Math.log2(Math.max(people, 1))) - 51);
}

function peopleIn({ people, place }: PointInput['items']): number {
  return people ? people.reduce((sum, count) => sum + count, 0) : place.length;
}

function frameOf({ lon, lat }: Places, frame: Float64Array): Float64Array {
  const [west, east] = bounds(lon);
  const [south, north] = bounds(lat);
  frame.set([
    west,
    south,
    (CELLS - 1) / Math.max(east - west, 1e-9),
    (CELLS - 1) / Math.max(north - south, 1e-9),
  ]);
  return frame;
}

function bounds(values: Float64Array): [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
