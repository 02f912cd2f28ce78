import { type Map as LeafletMap, type Marker, marker } from 'leaflet';
import type { PlaceCluster } from '../../core/directory/place-cluster.ts';
import type { MapCrowd } from './map-types.ts';
import { clusterIcon } from './pin-icon.ts';

/** As far beyond the edges as the pins are drawn, so that a short way shows nothing empty. */
const MARGIN = 0.2;
/** Here every place has its own pin. */
const CLOSEST = 17;

/**
 * More places than are sent at once: whenever the map has moved, what it shows now is asked for. What is drawn stays
 * until the answer is there; a later question ends the one before. Clusters that stay keep their element and its focus.
 */
export function addCrowdLayer(base: LeafletMap) {
  let crowd: MapCrowd | null = null;
  let asking = new AbortController();
  let shown = new Map<string, Marker>();

  async function ask(): Promise<void> {
    asking.abort();
    if (!crowd || base.getSize().x === 0) return;
    const { load, onMarks } = crowd;
    asking = new AbortController();
    const { signal } = asking;
    try {
      const { clusters, items } = await load(windowOf(base), signal);
      if (signal.aborted) return;
      draw(clusters);
      onMarks(items);
    } catch {
      // What is drawn stays; the list beside the map says what is wrong, and the next move asks again.
    }
  }

  function draw(clusters: readonly PlaceCluster[]): void {
    const next = new Map(clusters.map((cluster) => [keyOf(cluster), cluster]));
    for (const [key, old] of shown) if (!next.has(key)) old.remove();
    shown = new Map([...next].map(([key, cluster]) => [key, shown.get(key) ?? put(cluster)]));
  }

  function put({ lon, lat, places, box: [west, south, east, north] }: PlaceCluster): Marker {
    const mark = marker([lat, lon], { icon: clusterIcon(places), keyboard: true }).addTo(base);
    const corners: [number, number][] = [
      [south, west],
      [north, east],
    ];
    mark.on('click', () =>
      base.flyToBounds(corners, { duration: 0.15, maxZoom: CLOSEST, padding: [36, 44] }),
    );
    mark.getElement()?.setAttribute('aria-label', crowd?.label(places) ?? '');
    return mark;
  }

  base.on('moveend resize', ask);
  return {
    set(next: MapCrowd | null): void {
      crowd = next;
      if (!next) draw([]);
      void ask();
    },
  };
}

function windowOf(base: LeafletMap): { within: string; zoom: number } {
  const view = base.getBounds().pad(MARGIN);
  const box = [
    Math.max(-180, view.getWest()),
    Math.max(-90, view.getSouth()),
    Math.min(180, view.getEast()),
    Math.min(90, view.getNorth()),
  ];
  return { within: box.map((degrees) => degrees.toFixed(6)).join(), zoom: Math.floor(base.getZoom()) };
}

function keyOf({ lon, lat, places }: PlaceCluster): string {
  return `${lon} ${lat} ${places}`;
}
