/// <reference types="vite/client" />

declare module 'virtual:county-lines' {
  import type { Feature, MultiPolygon, Polygon } from 'geojson';

  type County = Feature<Polygon | MultiPolygon, { name: string }>;
  type Box = [west: number, south: number, east: number, north: number];

  /** Each state's box and the way to its counties. */
  export const states: [box: Box, load: () => Promise<{ default: County[] }>][];
}

// Parts of Leaflet that only some maps need, by the file they come from.
declare module 'leaflet/src/layer/GeoJSON.js' {
  export { geoJSON } from 'leaflet';
}
declare module 'leaflet/src/layer/Popup.js' {
  export { popup } from 'leaflet';
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export { tileLayer } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/CircleMarker.js' {
  export { circleMarker } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/Path.js' {
  export { Path } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/Polygon.js' {
  export { polygon } from 'leaflet';
}
declare module 'leaflet/src/layer/vector/Polyline.js' {
  export { polyline } from 'leaflet';
}
