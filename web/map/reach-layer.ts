import { circle, divIcon, type Layer, type Map as LeafletMap, marker } from 'leaflet';
import { glyphShapes } from '../parts/glyph.tsx';
import { latLng } from './base-map.ts';
import type { MapOrigin, MapReach } from './map-types.ts';

/** Where the search starts, and how far one gets from there. */
export function addReachLayer(base: LeafletMap) {
  let layers: Layer[] = [];
  return {
    set(origin: MapOrigin | null, reach: MapReach | null): void {
      for (const layer of layers) layer.remove();
      layers = [];
      if (reach && reach.km > 0) layers.push(reachCircle(reach));
      if (origin) layers.push(originMarker(origin));
      for (const layer of layers) layer.addTo(base);
    },
  };
}

function reachCircle(reach: MapReach): Layer {
  const area = circle(latLng(reach.center), {
    radius: reach.km * 1000,
    className: 'map-reach',
    interactive: false,
  });
  return area.bindTooltip(reach.label, {
    permanent: true,
    direction: 'bottom',
    className: 'map-reach-label',
    offset: [0, 0],
  });
}

function originMarker(origin: MapOrigin): Layer {
  const element = document.createElement('span');
  element.className = 'origin-body';
  const glyph = origin.kind === 'school' ? 'school' : 'locate';
  element.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">${glyphShapes(glyph)}</svg>`;
  const icon = divIcon({ className: 'origin', html: element, iconSize: [36, 36] });
  const mark = marker(latLng(origin.position), {
    icon,
    keyboard: false,
    interactive: true,
    zIndexOffset: -500,
  });
  return mark.bindTooltip(origin.label, { direction: 'right', offset: [16, 0], className: 'map-tip' });
}
