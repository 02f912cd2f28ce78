import type { PointInput, PointTask } from './point-task.ts';

/** Places over people of each site of a group; 0 where nobody is in reach. Takes the counts of all threads. */
export function siteRatios(task: PointTask, group: number): void {
  const { counts, firstMember, ratio, site, sites, steps, threads } = task;
  const members = site.length;
  for (let member = firstMember[group]!; member < firstMember[group + 1]!; member++) {
    const upTo = (step: number) => {
      let people = 0;
      for (let thread = 0; thread < threads; thread++)
        people += counts[(thread * steps.length + step) * members + member]!;
      return people;
    };
    ratio[member] = ratioOf(sites.supply[site[member]!]!, steps, upTo);
  }
}

/** @param upTo people in reach up to a step */
export function ratioOf(supply: number, steps: PointInput['steps'], upTo: (step: number) => number): number {
  let [people, nearer] = [0, 0];
  for (let step = 0; step < steps.length; step++) {
    const all = upTo(step);
    people += steps[step]![1] * (all - nearer);
    nearer = all;
  }
  return people === 0 ? 0 : supply / people;
}
