import { type KdTree, kdTree, type MakeRoom } from '../../geo/k-d-tree.ts';
import { unitVector } from '../../geo/sphere-points.ts';
import type { Places } from './candidate-task.ts';

/** A tree for each category. */
export function serviceTrees(
  services: Places & { mask: Uint32Array },
  categories: number,
  count: number,
  makeRoom: MakeRoom,
): KdTree[] {
  const columns = unitVectors(services);
  return Array.from({ length: categories }, (_, category) => {
    const members = membersOf(services, category, count);
    const ofMembers = (column: Float64Array) => Float64Array.from(members, (service) => column[service]!);
    const tree = kdTree(
      { x: ofMembers(columns.x), y: ofMembers(columns.y), z: ofMembers(columns.z) },
      makeRoom,
    );
    for (let i = 0; i < members.length; i++) tree.place[i] = members[tree.place[i]!]!;
    return tree;
  });
}

/**
 * Services of a category by id, but of those at the very same place only the first `count`: more can never be among
 * the nearest `count` of anybody. So ten thousand services at one point cost no more than twenty.
 */
function membersOf({ lon, lat, mask }: Places & { mask: Uint32Array }, category: number, count: number) {
  const atPlace = new Map<string, number>();
  const members: number[] = [];
  for (let service = 0; service < mask.length; service++) {
    if (((mask[service]! >>> category) & 1) === 0) continue;
    const place = `${lon[service]} ${lat[service]}`;
    const before = atPlace.get(place) ?? 0;
    atPlace.set(place, before + 1);
    if (before < count) members.push(service);
  }
  return members;
}

function unitVectors({ lon, lat }: Places) {
  const columns = {
    x: new Float64Array(lon.length),
    y: new Float64Array(lon.length),
    z: new Float64Array(lon.length),
  };
  for (let i = 0; i < lon.length; i++)
    [columns.x[i], columns.y[i], columns.z[i]] = unitVector([lon[i]!, lat[i]!]) as [number, number, number];
  return columns;
}
