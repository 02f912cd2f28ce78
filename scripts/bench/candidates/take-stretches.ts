import { type CandidateTask, largestTree } from '../../../core/matching/candidates/candidate-task.ts';
import { candidateFinder, type FindCandidates } from '../../../core/matching/candidates/find-candidates.ts';
import { type Part, takeEach } from '../threads/shared-threads.ts';

/** Slots that a thread takes at a time: few enough that all end together, enough that the first of each costs little. */
const STRETCH = 2048;

/** Of this thread. All tasks of the benchmarks look for as many services within as many kilometres. */
let kept: { largest: number; find: FindCandidates } | undefined;

function makeFinder(task: CandidateTask) {
  const largest = largestTree(task);
  return { largest, find: candidateFinder(task.count, task.limitKm, largest) };
}

/** Takes stretch after stretch until none is left; other threads take the others. */
export function work(part: Part<CandidateTask>): void {
  const { task } = part;
  if (!kept || kept.largest < largestTree(task)) kept = makeFinder(task);
  const { find } = kept;
  const stretches = stretchesOf(task);
  takeEach(part, stretches.length, (i) => find(task, ...stretches[i]!));
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
