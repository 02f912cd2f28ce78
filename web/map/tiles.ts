import type { Map as LeafletMap } from 'leaflet';
import { tileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import type { Config } from '../api/config.ts';

/** Lays the installation's own raster tiles under everything else. */
export function addTiles(base: LeafletMap, { url, attribution }: NonNullable<Config['tiles']>): void {
  // Somebody may have left the map while the code came.
  if (!base.getPane('mapPane')?.isConnected) return;
  tileLayer(url, { attribution, className: 'map-tiles' }).addTo(base);
}
