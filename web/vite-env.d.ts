/// <reference types="vite/client" />

declare module 'virtual:county-lines' {
  /** Where the list of all states lies: each state's box and the address of its counties. */
  export const listUrl: string;
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
declare module 'leaflet/src/layer/vector/Canvas.js' {
  export { canvas } from 'leaflet';
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
