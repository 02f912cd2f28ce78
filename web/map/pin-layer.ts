import { type Map as LeafletMap, type Marker, marker } from 'leaflet';
import Supercluster, { type ClusterFeature, type PointFeature } from 'supercluster';
import { latLng } from './base-map.ts';
import type { MapPlace } from './map-types.ts';
import { clusterIcon, pinIcon } from './pin-icon.ts';

export interface PinHandlers {
  onSelect(id: string): void;
  onHover(id: string | null): void;
  clusterLabel(count: number): string;
}

export interface PinState {
  selected: string | null;
  hovered: string | null;
}

type Pin = PointFeature<{ place: MapPlace }>;
type Item = Pin | ClusterFeature<{ place: MapPlace }>;

const CLUSTER_RADIUS_PX = 48;
/** From this zoom on every place has its own pin. */
const CLUSTERED_TO_ZOOM = 15;

/**
 * Pins with clusters. Markers that stay in view stay in the document, so the focus survives a redraw.
 * The chosen place, the one pointed at and numbered ones are never hidden in a cluster.
 */
export function addPinLayer(base: LeafletMap, handlers: PinHandlers) {
  const shown = new Map<string, { marker: Marker; signature: string }>();
  // Loaded even while it is empty: the map may ask to be drawn before there are places.
  let index = emptyIndex().load([]);
  let places = new Map<string, MapPlace>();
  let state: PinState = { selected: null, hovered: null };

  function draw(): void {
    const view = base.getBounds().pad(0.2);
    const box: [number, number, number, number] = [
      view.getWest(),
      view.getSouth(),
      view.getEast(),
      view.getNorth(),
    ];
    const wanted = new Set<string>();
    for (const item of index.getClusters(box, Math.floor(base.getZoom())) as Item[])
      wanted.add(drawItem(item));
    for (const place of places.values()) if (place.number !== undefined) wanted.add(drawPlace(place));
    for (const id of [state.selected, state.hovered]) {
      const place = id === null ? undefined : places.get(id);
      if (place) wanted.add(drawPlace(place));
    }
    for (const [key, { marker: old }] of shown) {
      if (wanted.has(key)) continue;
      old.remove();
      shown.delete(key);
    }
  }

  function drawItem(item: Item): string {
    if (!('cluster' in item.properties)) return drawPlace(item.properties.place);
    const { cluster_id: id, point_count: count } = item.properties;
    const [lon = 0, lat = 0] = item.geometry.coordinates;
    const key = `cluster ${count} ${lon} ${lat}`;
    if (shown.has(key)) return key;
    const cluster = marker([lat, lon], { icon: clusterIcon(count), keyboard: true });
    cluster.on('click', () => base.flyTo([lat, lon], index.getClusterExpansionZoom(id), { duration: 0.15 }));
    put(key, 'cluster', cluster, handlers.clusterLabel(count));
    return key;
  }

  function drawPlace(place: MapPlace): string {
    const look = { selected: place.id === state.selected, hovered: place.id === state.hovered };
    const signature = JSON.stringify([place, look]);
    const old = shown.get(place.id);
    if (old?.signature === signature) return place.id;
    if (old) {
      old.signature = signature;
      redraw(old.marker, place, look);
      return place.id;
    }
    const pin = marker(latLng(place.position), {
      icon: pinIcon(place, look),
      keyboard: true,
      riseOnHover: true,
    });
    pin.on('click', () => handlers.onSelect(place.id));
    pin.on('mouseover', () => handlers.onHover(place.id));
    pin.on('mouseout', () => handlers.onHover(null));
    put(place.id, signature, pin, place.label);
    const element = pin.getElement();
    element?.addEventListener('focus', () => handlers.onHover(place.id));
    element?.addEventListener('blur', () => handlers.onHover(null));
    element?.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      event.stopPropagation();
      handlers.onSelect(place.id);
    });
    redraw(pin, place, look);
    return place.id;
  }

  /** Changes what the marker's element shows, and leaves the element (and the focus on it) where it is. */
  function redraw(pin: Marker, place: MapPlace, look: { selected: boolean; hovered: boolean }): void {
    const element = pin.getElement();
    const html = pinIcon(place, look).options.html;
    if (element && html instanceof HTMLElement) element.replaceChildren(html);
    element?.setAttribute('aria-label', place.label);
    element?.setAttribute('aria-pressed', String(look.selected));
    pin.setLatLng(latLng(place.position));
    pin.setZIndexOffset(look.selected ? 2000 : look.hovered ? 3000 : 0);
  }

  function put(key: string, signature: string, item: Marker, label: string): void {
    item.addTo(base);
    item.getElement()?.setAttribute('aria-label', label);
    shown.set(key, { marker: item, signature });
  }

  base.on('moveend zoomend', draw);
  return {
    setPlaces(next: readonly MapPlace[]): void {
      places = new Map(next.map((place) => [place.id, place]));
      index = emptyIndex();
      index.load(next.filter(({ number }) => number === undefined).map(pinOf));
      draw();
    },
    setState(next: PinState): void {
      state = next;
      draw();
    },
  };
}

/** The extent is that of Leaflet's tiles, so that the radius is in pixels of the screen. */
function emptyIndex(): Supercluster<{ place: MapPlace }> {
  return new Supercluster({ radius: CLUSTER_RADIUS_PX, maxZoom: CLUSTERED_TO_ZOOM, extent: 256 });
}

function pinOf(place: MapPlace): Pin {
  const geometry = { type: 'Point' as const, coordinates: [...place.position] };
  return { type: 'Feature', geometry, properties: { place } };
}
