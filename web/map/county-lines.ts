import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { geoJSON, type Map as LeafletMap } from 'leaflet';
import type { BoundingBox } from '../../core/geo/point.ts';
import { countiesNear } from './counties-near.ts';

/** Draws the counties around the district with their names, under everything else. */
export async function addCountyLines(base: LeafletMap, bounds: BoundingBox): Promise<void> {
  const counties = await countiesNear(bounds);
  // Somebody may have left the map while the counties came.
  if (!base.getPane('mapPane')?.isConnected) return;
  const pane = base.createPane('counties');
  pane.style.zIndex = '200';
  geoJSON(counties, {
    pane: 'counties',
    interactive: false,
    style: { className: 'map-county' },
    onEachFeature: (feature: Feature<Polygon | MultiPolygon, { name?: string }>, layer) => {
      if (!feature.properties.name) return;
      const options = {
        permanent: true,
        direction: 'center',
        className: 'map-county-name',
        pane: 'counties',
      } as const;
      layer.bindTooltip(feature.properties.name, { ...options, interactive: false });
    },
  }).addTo(base);
}
