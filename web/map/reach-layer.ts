import { circle, divIcon, type Layer, type Map as LeafletMap, marker } from 'leaflet';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import { latLng } from './base-map.ts';
import { glyphMark } from './glyph-mark.ts';
import type { MapOrigin, MapReach } from './map-types.ts';

/** Where the search starts, and how far one gets from there. */
export function addReachLayer(base: LeafletMap) {
  let layers: Layer[] = [];
  return {
    set(origin: MapOrigin | null, reach: MapReach | null): void {
      for (const layer of layers) layer.remove();
      layers = [];
      if (reach && reach.km > 0) layers.push(reachCircle(reach), reachLabel(reach));
      if (origin) layers.push(originMarker(origin));
      for (const layer of layers) layer.addTo(base);
    },
  };
}

function reachCircle({ center, km }: MapReach): Layer {
  return circle(latLng(center), { radius: km * 1000, className: 'map-reach', interactive: false });
}

/** Stands on the lower edge of the circle, clear of the pins in its middle. */
function reachLabel({ center: [lon, lat], km, label }: MapReach): Layer {
  const text = document.createElement('span');
  text.className = 'reach-label';
  text.textContent = label;
  const icon = divIcon({ className: 'reach-anchor', html: text, iconSize: [0, 0] });
  const south = lat - km / greatCircleKm([lon, lat], [lon, lat - 1]);
  return marker([south, lon], { icon, keyboard: false, interactive: false, zIndexOffset: -600 });
}

function originMarker(origin: MapOrigin): Layer {
  const element = glyphMark('origin-body', origin.kind === 'school' ? 'school' : 'locate', 18);
  const icon = divIcon({ className: 'origin', html: element, iconSize: [30, 52], iconAnchor: [15, 51] });
  const mark = marker(latLng(origin.position), {
    icon,
    keyboard: false,
    interactive: true,
    zIndexOffset: -500,
  });
  return mark.bindTooltip(origin.label, { direction: 'right', offset: [16, -36], className: 'map-tip' });
}
