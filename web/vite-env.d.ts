/// <reference types="vite/client" />

declare module 'virtual:county-lines' {
  import type { Feature, MultiPolygon, Polygon } from 'geojson';

  type County = Feature<Polygon | MultiPolygon, { name: string }>;
  type Box = [west: number, south: number, east: number, north: number];

  /** Each state's box and the way to its counties. */
  export const states: [box: Box, load: () => Promise<{ default: County[] }>][];
}
