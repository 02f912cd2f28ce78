import { type CandidateTask, largestTree } from '../../../core/matching/candidates/candidate-task.ts';
import { candidateFinder, type FindCandidates } from '../../../core/matching/candidates/find-candidates.ts';

/** Slots that a thread takes at a time: few enough that all end together, enough that the first of each costs little. */
const STRETCH = 2048;

export interface SearchTask {
  task: CandidateTask;
  /** Shared: the next stretch to take, and how many threads have come to the end. */
  state: Int32Array;
}

export const NEXT = 0;
export const ENDED = 1;

/** Of this thread. All tasks of the benchmarks look for as many services within as many kilometres. */
let kept: { largest: number; find: FindCandidates } | undefined;

function makeFinder(task: CandidateTask) {
  const largest = largestTree(task);
  return { largest, find: candidateFinder(task.count, task.limitKm, largest) };
}

/** Takes stretch after stretch until none is left; other threads take the others. */
export function takeStretches({ task, state }: SearchTask): void {
  if (!kept || kept.largest < largestTree(task)) kept = makeFinder(task);
  const { find } = kept;
  const stretches = stretchesOf(task);
  for (let i = Atomics.add(state, NEXT, 1); i < stretches.length; i = Atomics.add(state, NEXT, 1))
    find(task, ...stretches[i]!);
  Atomics.add(state, ENDED, 1);
  Atomics.notify(state, ENDED);
}

function stretchesOf({ trees, firstSlot }: CandidateTask): [category: number, from: number, to: number][] {
  return trees.flatMap((_, category) => {
    const [first, end] = [firstSlot[category]!, firstSlot[category + 1]!];
    return Array.from({ length: Math.ceil((end - first) / STRETCH) }, (_, n) => {
      const from = first + n * STRETCH;
      return [category, from, Math.min(end, from + STRETCH)] as [number, number, number];
    });
  });
}
