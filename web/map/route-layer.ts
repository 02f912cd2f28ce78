import type { Layer, Map as LeafletMap } from 'leaflet';
import { polyline } from 'leaflet/src/layer/vector/Polyline.js';
import { latLng } from './base-map.ts';
import type { MapRoute } from './map-types.ts';

/** Straight lines from where a student starts to places; the one pointed at is stronger. */
export function addRouteLayer(base: LeafletMap) {
  let layers: Layer[] = [];
  return {
    set(routes: readonly MapRoute[] | null, active: string | null): void {
      for (const layer of layers) layer.remove();
      layers = (routes ?? []).map((route) => routeLine(route, route.id === active).addTo(base));
    },
  };
}

function routeLine(route: MapRoute, active: boolean): Layer {
  const className = active ? 'map-route map-route-active' : 'map-route';
  const line = polyline([latLng(route.from), latLng(route.to)], { className, interactive: false });
  return active
    ? line.bindTooltip(route.label, { permanent: true, direction: 'center', className: 'map-tip' })
    : line;
}
