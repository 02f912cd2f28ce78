import type { SupplyPlace } from '../access/supply-place.ts';
import { greatCircleKm } from '../geo/great-circle-km.ts';
import { kdTree, visitNear } from '../geo/k-d-tree.ts';
import type { Position } from '../geo/point.ts';
import { chordSquared, spherePoints, type UnitVector, unitVector } from '../geo/sphere-points.ts';
import { type ModeRule, travelMinutes } from '../travel/travel.ts';
import { samePoint } from './same-place.ts';

type Site = Pick<SupplyPlace, 'id' | 'point'>;

/**
 * The nearest open site of each place, kept up to date while sites come and go. Only places whose nearest site has gone
 * are asked anew: among the sites that stand where they stood at first by their tree, among the others one by one. Of
 * equally near ones the first by id counts, so the answer does not depend on what was tried before.
 */
export function nearestOpen(places: readonly Position[], first: readonly Site[], travel: ModeRule) {
  const points = spherePoints(places);
  const tree = kdTree(spherePoints(first.map(({ point }) => point)));
  const placeInTree = new Map(first.map(({ id }, n) => [id, n]));
  const stands = new Uint8Array(first.length);
  const others = new Map<string, { site: Site; vector: UnitVector }>();
  const nearest: (Site | undefined)[] = places.map(() => undefined);
  const chord = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);
  const minutes = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY);

  /** Answers whether the site is the nearest now. */
  function offer(place: number, site: Site, distance: number): boolean {
    const best = nearest[place];
    if (distance > chord[place]! || (distance === chord[place] && best && best.id <= site.id)) return false;
    chord[place] = distance;
    nearest[place] = site;
    return true;
  }

  function askAnew(place: number): number {
    let looked = others.size;
    nearest[place] = undefined;
    chord[place] = Number.POSITIVE_INFINITY;
    for (const { site, vector } of others.values()) offer(place, site, chordSquared(points, place, vector));
    const origin: UnitVector = [points.x[place]!, points.y[place]!, points.z[place]!];
    visitNear(tree, origin, chord[place]!, (n, distance) => {
      looked++;
      if (stands[n] === 1) offer(place, first[n]!, distance);
      return chord[place]!;
    });
    return looked;
  }

  function setStanding(site: Site, isOpen: boolean): void {
    const n = placeInTree.get(site.id);
    if (n !== undefined && samePoint(first[n]!.point, site.point)) stands[n] = Number(isOpen);
    else if (isOpen) others.set(site.id, { site, vector: unitVector(site.point) });
    else others.delete(site.id);
  }

  /** Answers how many distances it looked at. */
  function change(gone: readonly Site[], come: readonly Site[]): number {
    for (const site of gone) setStanding(site, false);
    for (const site of come) setStanding(site, true);
    const goneIds = new Set(gone.map(({ id }) => id));
    const arrivals = come.map((site) => ({ site, vector: unitVector(site.point) }));
    let looked = 0;
    for (let place = 0; place < places.length; place++) {
      const best = nearest[place];
      let isOther = best !== undefined && goneIds.has(best.id);
      if (isOther) looked += askAnew(place);
      else {
        looked += arrivals.length;
        for (const { site, vector } of arrivals)
          if (offer(place, site, chordSquared(points, place, vector))) isOther = true;
      }
      if (isOther) minutes[place] = minutesTo(place);
    }
    return looked;
  }

  function minutesTo(place: number): number {
    const site = nearest[place];
    if (!site) return Number.POSITIVE_INFINITY;
    return travelMinutes(greatCircleKm(places[place]!, site.point), travel);
  }

  return { change, minutes };
}
