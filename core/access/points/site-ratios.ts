import type { PointTask } from './point-task.ts';

/** Places over people of each site of a group; 0 where nobody is in reach. Takes the counts of all threads. */
export function siteRatios(task: PointTask, group: number): void {
  const { counts, firstMember, ratio, site, sites, steps, threads } = task;
  const members = site.length;
  for (let member = firstMember[group]!; member < firstMember[group + 1]!; member++) {
    let [people, nearer] = [0, 0];
    for (let step = 0; step < steps.length; step++) {
      let upTo = 0;
      for (let thread = 0; thread < threads; thread++)
        upTo += counts[(thread * steps.length + step) * members + member]!;
      people += steps[step]![1] * (upTo - nearer);
      nearer = upTo;
    }
    ratio[member] = people === 0 ? 0 : sites.supply[site[member]!]! / people;
  }
}
