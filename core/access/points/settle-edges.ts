import { greatCircleKm } from '../../geo/great-circle-km.ts';
import type { PointTask } from './point-task.ts';

/**
 * What sums cannot tell: whether 0 is nothing in reach (NaN) or sites without places, and who is nobody but reaches
 * places that nobody else does (Infinity). Few items and few sites, so all are looked at.
 */
export function settleEdges(task: PointTask): void {
  const { access, firstMember, groups, items, ratio, site, sites } = task;
  const barren = Array.from({ length: groups }, (_, group) => {
    const members = Array.from(site.subarray(firstMember[group]!, firstMember[group + 1]!), (id, n) => ({
      id,
      ratio: ratio[firstMember[group]! + n]!,
    }));
    return members.filter((member) => member.ratio === 0).map(({ id }) => id);
  });
  const reachKm = task.steps.reduce((reach, [upTo, weight]) => (weight > 0 ? upTo : reach), -1);
  for (let item = 0; item < access.length; item++) {
    const isNobody = items.people?.[item] === 0;
    if (access[item] !== 0 && !isNobody) continue;
    const near = barren[items.group[item]!]!.filter((id) => kmBetween(task, item, id) <= reachKm);
    if (isNobody && near.some((id) => sites.supply[id]! > 0)) access[item] = Number.POSITIVE_INFINITY;
    else if (access[item] === 0 && near.length === 0) access[item] = Number.NaN;
  }
}

function kmBetween({ items, places, sites }: PointTask, item: number, id: number): number {
  const place = items.place[item]!;
  return greatCircleKm([places.lon[place]!, places.lat[place]!], [sites.lon[id]!, sites.lat[id]!]);
}
