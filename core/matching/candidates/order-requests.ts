import { hilbertKey } from '../../geo/hilbert.ts';
import type { MakeRoom } from '../../geo/k-d-tree.ts';
import type { CandidateInput, CandidateTask, Places } from './candidate-task.ts';

/** A square of 2,048 cells a side over all students: of a district some hundred metres each. */
const LEVELS = 11;
/** Bits of a key that are sorted by at a time. */
const DIGIT = 9;

/** Puts requests into slots: by category, then along Hilbert's curve, of equal ones by id. */
export function orderRequests(
  students: Places,
  { student, cat }: CandidateInput['requests'],
  categories: number,
  makeRoom: MakeRoom,
): Pick<CandidateTask, 'firstSlot' | 'request' | 'student'> {
  const curve = curveKeys(students);
  const keys = new Uint32Array(student.length);
  const firstSlot = new Uint32Array(makeRoom(4 * (categories + 1)));
  for (let request = 0; request < student.length; request++) {
    const category = cat[request]!;
    keys[request] = (category << (2 * LEVELS)) | curve[student[request]!]!;
    firstSlot[category + 1]!++;
  }
  for (let category = 0; category < categories; category++) firstSlot[category + 1]! += firstSlot[category]!;
  const request = new Uint32Array(makeRoom(4 * student.length));
  sortByKey(keys, request);
  const ofSlot = new Uint32Array(makeRoom(4 * student.length));
  for (let slot = 0; slot < request.length; slot++) ofSlot[slot] = student[request[slot]!]!;
  return { firstSlot, request, student: ofSlot };
}

function curveKeys({ lon, lat }: Places): Uint32Array {
  const [west, across] = spread(lon);
  const [south, up] = spread(lat);
  const keys = new Uint32Array(lon.length);
  for (let i = 0; i < lon.length; i++)
    keys[i] = hilbertKey(((lon[i]! - west) * across) | 0, ((lat[i]! - south) * up) | 0, LEVELS);
  return keys;
}

/** The least value, and the factor that brings all of them to the numbers of cells. */
function spread(values: Float64Array): [least: number, factor: number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest > least ? (2 ** LEVELS - 1) / (greatest - least) : 0];
}

/** Radix sort from the last digit: three steps for a category and two coordinates. */
function sortByKey(keys: Uint32Array, sorted: Uint32Array): void {
  for (let i = 0; i < sorted.length; i++) sorted[i] = i;
  const other = new Uint32Array(sorted.length);
  const starts = new Uint32Array((1 << DIGIT) + 1);
  let [from, to]: [Uint32Array, Uint32Array] = [sorted, other];
  for (let shift = 0; shift < 3 * DIGIT; shift += DIGIT) {
    const digitOf = (item: number) => (keys[item]! >>> shift) & ((1 << DIGIT) - 1);
    starts.fill(0);
    for (let i = 0; i < from.length; i++) starts[digitOf(i) + 1]!++;
    for (let digit = 0; digit < 1 << DIGIT; digit++) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < from.length; i++) to[starts[digitOf(from[i]!)]!++] = from[i]!;
    [from, to] = [to, from];
  }
  sorted.set(from);
}
