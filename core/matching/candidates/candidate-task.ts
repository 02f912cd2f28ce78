import type { KdTree, MakeRoom } from '../../geo/k-d-tree.ts';
import { orderRequests } from './order-requests.ts';
import { serviceTrees } from './service-trees.ts';

/** Places as columns, in degrees. */
export interface Places {
  lon: Float64Array;
  lat: Float64Array;
}

/** Ids are positions in the columns. */
export interface CandidateInput {
  students: Places;
  /** Bit k of `mask`: offers category k. */
  services: Places & { mask: Uint32Array };
  requests: { student: Uint32Array; cat: Uint8Array };
  /** Looked for are at most so many services (up to 255), the nearest, within so many km. */
  count: number;
  limitKm: number;
}

/**
 * All that finding candidates reads and writes, in typed arrays that threads can share. Requests lie in _slots_: by
 * category, and within a category along a curve, so that those near each other in memory are so on the ground.
 */
export interface CandidateTask {
  students: Places;
  services: Places;
  count: number;
  limitKm: number;
  /** One a category; a point's `place` is the service. */
  trees: readonly KdTree[];
  /** Slots of category k are firstSlot[k] to firstSlot[k + 1] − 1. */
  firstSlot: Uint32Array;
  /** Per slot. */
  request: Uint32Array;
  student: Uint32Array;
  /** Written: how many services each slot has. */
  counts: Uint8Array;
  /** Written: `count` places a slot, nearest first; of equally near ones the lower id first. */
  service: Uint32Array;
  /** Written beside them: within a micrometre of the haversine's distance, by which they are ordered. */
  km: Float64Array;
}

/** Bits of a mask. */
const CATEGORIES = 32;

/** What a task is made of, each part by itself. */
export type TaskParts = Pick<CandidateTask, 'trees'> & Slots & CandidateRoom;
export type Slots = Pick<CandidateTask, 'firstSlot' | 'request' | 'student'>;
export type CandidateRoom = Pick<CandidateTask, 'counts' | 'service' | 'km'>;

export function candidateTask(input: CandidateInput, makeRoom: MakeRoom): CandidateTask {
  return assembleTask(input, {
    trees: growTrees(input, makeRoom),
    ...layOutSlots(input, makeRoom),
    ...candidateRoom(input, makeRoom),
  });
}

export function assembleTask(
  { students, services, count, limitKm }: CandidateInput,
  parts: TaskParts,
): CandidateTask {
  return { students, services, count, limitKm, ...parts };
}

export function growTrees({ services, count }: CandidateInput, makeRoom: MakeRoom): readonly KdTree[] {
  return serviceTrees(services, CATEGORIES, count, makeRoom);
}

export function layOutSlots({ students, requests }: CandidateInput, makeRoom: MakeRoom): Slots {
  return orderRequests(students, requests, CATEGORIES, makeRoom);
}

export function candidateRoom({ requests, count }: CandidateInput, makeRoom: MakeRoom): CandidateRoom {
  const slots = requests.student.length;
  return {
    counts: new Uint8Array(makeRoom(slots)),
    service: new Uint32Array(makeRoom(4 * slots * count)),
    km: new Float64Array(makeRoom(8 * slots * count)),
  };
}

export function largestTree({ trees }: Pick<CandidateTask, 'trees'>): number {
  return Math.max(...trees.map(({ place }) => place.length));
}
