import type * as Geo from 'geojson';
import type { LatLngTuple, Map as LeafletMap } from 'leaflet';
import { polygon } from 'leaflet/src/layer/vector/Polygon.js';
import type { Area, BoundingBox, Position } from '../../core/geo/point.ts';
import { isInArea } from '../../core/geo/point-in-area.ts';
import { type County, countiesNear } from './counties-near.ts';

/** Draws the counties around the district with their names, under everything else. */
export async function addCountyLines(
  base: LeafletMap,
  bounds: BoundingBox,
  invented: Position | null,
): Promise<void> {
  const counties = await countiesNear(bounds);
  // Somebody may have left the map while the counties came.
  if (!base.getPane('mapPane')?.isConnected) return;
  const pane = base.createPane('counties');
  pane.style.zIndex = '200';
  for (const county of counties) drawCounty(base, county, invented);
}

function drawCounty(
  base: LeafletMap,
  { geometry, properties: { name } }: County,
  invented: Position | null,
): void {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const corners = rings.map((part) => part.map((ring) => ring.map(latitudeFirst)));
  const shape = polygon(corners, { pane: 'counties', interactive: false, className: 'map-county' });
  if (name && !(invented && isInArea(invented, geometry as Area))) {
    const look = { permanent: true, direction: 'center', className: 'map-county-name' } as const;
    shape.bindTooltip(name, { ...look, pane: 'counties', interactive: false });
  }
  shape.addTo(base);
}

function latitudeFirst([lon = 0, lat = 0]: Geo.Position): LatLngTuple {
  return [lat, lon];
}
