// The parts of Leaflet that every map here is made of, from its sources: the whole bundle has a third more (a canvas
// renderer, overlays of images and videos, layer switches, WMS). `leaflet` means this file (web/vite.config.ts). What
// only some maps need comes with what needs it, straight from its source: lines, shapes, tiles, popups.
import { Attribution, attribution } from 'leaflet/src/control/Control.Attribution.js';
import { Control, control } from 'leaflet/src/control/Control.js';
import { Scale, scale } from 'leaflet/src/control/Control.Scale.js';
import { Zoom, zoom } from 'leaflet/src/control/Control.Zoom.js';
import { svg } from 'leaflet/src/layer/vector/SVG.js';
import { DoubleClickZoom } from 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import { Drag } from 'leaflet/src/map/handler/Map.Drag.js';
import { Keyboard } from 'leaflet/src/map/handler/Map.Keyboard.js';
import { ScrollWheelZoom } from 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import { TouchZoom } from 'leaflet/src/map/handler/Map.TouchZoom.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';

Object.assign(LeafletMap, { DoubleClickZoom, Drag, Keyboard, ScrollWheelZoom, TouchZoom });
Object.assign(Control, { Attribution, Scale, Zoom });
Object.assign(control, { attribution, scale, zoom });

// Paths are drawn as SVG, one drawing a pane; Leaflet's own choice (Renderer.getRenderer.js) brings the canvas along.
LeafletMap.include({
  getRenderer({ options }) {
    const renderer = options.renderer ?? this._drawingOf(options.pane ?? 'overlayPane');
    if (!this.hasLayer(renderer)) this.addLayer(renderer);
    return renderer;
  },
  _drawingOf(pane) {
    this._paneRenderers[pane] ??= svg({ pane });
    return this._paneRenderers[pane];
  },
});

export * as DomEvent from 'leaflet/src/dom/DomEvent.js';
export { toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { divIcon } from 'leaflet/src/layer/marker/DivIcon.js';
export { marker } from 'leaflet/src/layer/marker/Marker.js';
export { tooltip } from 'leaflet/src/layer/Tooltip.js';
export { circle } from 'leaflet/src/layer/vector/Circle.js';
export { createMap as map } from 'leaflet/src/map/Map.js';
export { Control, control, LeafletMap as Map };
