import { hilbertKey } from '../../geo/hilbert.ts';
import type { Places } from '../../matching/candidates/candidate-task.ts';
import { LEVELS, NOBODY, type PointTask } from './point-task.ts';
import { sortByCurve } from './sort-by-curve.ts';

const RADIANS = Math.PI / 180;
const CURVE_LEVELS = 11;
const LAST_CELL = 2 ** CURVE_LEVELS - 1;

/** Puts a group's items into slots and its sites into members, both along Hilbert's curve, and bounds the nodes. */
export function layOutGroup(task: PointTask, group: number): void {
  if (task.firstSlot[group] === task.lastSlot[group]) return;
  layOutMembers(task, group);
  layOutSlots(task, group);
  for (let level = 0; level < LEVELS; level++) boundNodes(task, group, level);
}

function layOutMembers(task: PointTask, group: number): void {
  const { sites, firstMember, site, memberXyz } = task;
  const own = site.subarray(firstMember[group]!, firstMember[group + 1]!);
  let found = 0;
  for (let id = 0; id < sites.mask.length; id++) if ((sites.mask[id]! >>> group) & 1) own[found++] = id;
  sortByCurve(own, curveKeys(task, sites, own));
  for (let n = 0; n < own.length; n++) placeVector(memberXyz, firstMember[group]! + n, sites, own[n]!);
}

function layOutSlots(task: PointTask, group: number): void {
  const { items, places, firstSlot, lastSlot, item, slotXyz, people, unit } = task;
  const [first, last] = [firstSlot[group]!, lastSlot[group]!];
  const own = item.subarray(first, last);
  const standing = new Uint32Array(own.length);
  for (let i = 0; i < own.length; i++) standing[i] = items.place[own[i]!]!;
  sortByCurve(own, curveKeys(task, places, standing));
  for (let slot = first; slot < last; slot++) {
    placeVector(slotXyz, slot, places, items.place[item[slot]!]!);
    people[slot] = items.people ? Math.round(items.people[item[slot]!]! / unit) * unit : 1;
  }
  for (let slot = last; slot % 4 !== 0; slot++) {
    item[slot] = NOBODY;
    people[slot] = 0;
    slotXyz.copyWithin(3 * slot, 3 * (slot - 1), 3 * slot);
  }
}

function curveKeys({ frame }: PointTask, { lon, lat }: Places, ids: Uint32Array): Uint32Array {
  const [west, south, across, up] = frame as unknown as [number, number, number, number];
  const keys = new Uint32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const x = Math.min(Math.max((lon[ids[i]!]! - west) * across, 0), LAST_CELL) | 0;
    const y = Math.min(Math.max((lat[ids[i]!]! - south) * up, 0), LAST_CELL) | 0;
    keys[i] = hilbertKey(x, y, CURVE_LEVELS);
  }
  return keys;
}

function placeVector(xyz: Float64Array, at: number, { lon, lat }: Places, id: number): void {
  const cos = Math.cos(lat[id]! * RADIANS);
  xyz[3 * at] = cos * Math.cos(lon[id]! * RADIANS);
  xyz[3 * at + 1] = cos * Math.sin(lon[id]! * RADIANS);
  xyz[3 * at + 2] = Math.sin(lat[id]! * RADIANS);
}

/** Middle of each node: the mean of its slots, brought to the sphere. */
function boundNodes({ nodes, slotXyz, firstSlot, lastSlot }: PointTask, group: number, level: number): void {
  const [own, size] = [nodes[level]!, 4 ** (level + 1)];
  for (let from = firstSlot[group]!; from < lastSlot[group]!; from += size) {
    const to = 3 * Math.min(from + size, Math.ceil(lastSlot[group]! / 4) * 4);
    let [x, y, z] = [0, 0, 0];
    for (let i = 3 * from; i < to; i += 3) {
      x += slotXyz[i]!;
      y += slotXyz[i + 1]!;
      z += slotXyz[i + 2]!;
    }
    // Opposite points have no mean: any middle does, with a longer chord.
    const length = Math.sqrt(x * x + y * y + z * z);
    if (length > 1e-3) [x, y, z] = [x / length, y / length, z / length];
    else [x, y, z] = [1, 0, 0];
    let far = 0;
    for (let i = 3 * from; i < to; i += 3) {
      const dx = slotXyz[i]! - x;
      const dy = slotXyz[i + 1]! - y;
      const dz = slotXyz[i + 2]! - z;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared > far) far = squared;
    }
    const at = (4 * from) / size;
    own[at] = x;
    own[at + 1] = y;
    own[at + 2] = z;
    own[at + 3] = Math.sqrt(far);
  }
}
