import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology, Polygon as TopoPolygon } from 'topojson-specification';
import atlasAddress from 'us-atlas/counties-10m.json?url';
import type { BoundingBox } from '../../core/geo/point.ts';

type Atlas = Topology<{ counties: GeometryCollection<{ name: string }> }>;
export type County = Feature<Polygon | MultiPolygon, { name: string }>;

/** Half as much again on every side: what one sees before moving far. */
const MARGIN = 0.5;

/** The counties that touch the district's surroundings. The atlas comes as a file of its own, after the map stands. */
export async function countiesNear(bounds: BoundingBox): Promise<County[]> {
  const response = await fetch(atlasAddress);
  if (!response.ok) return [];
  const atlas = (await response.json()) as Atlas;
  const near = widen(bounds);
  const { geometries } = atlas.objects.counties;
  return geometries
    .map((geometry) => feature(atlas, geometry as TopoPolygon<{ name: string }>) as County)
    .filter((county) => touches(county, near));
}

function widen([west, south, east, north]: BoundingBox): BoundingBox {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** Whether the boxes overlap; a county of several parts is taken part by part, as Aleutians would span the world. */
function touches({ geometry }: County, [west, south, east, north]: BoundingBox): boolean {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.some(([outer = []]) => {
    const lons = outer.map((position) => position[0] ?? 0);
    const lats = outer.map((position) => position[1] ?? 0);
    return (
      Math.min(...lons) <= east &&
      Math.max(...lons) >= west &&
      Math.min(...lats) <= north &&
      Math.max(...lats) >= south
    );
  });
}
