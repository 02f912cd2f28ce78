import type { Feature } from 'geojson';
import type { GeoJSON, Layer, Map as LeafletMap, PathOptions } from 'leaflet';
import { geoJSON } from 'leaflet/src/layer/GeoJSON.js';
import { circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
import { Path } from 'leaflet/src/layer/vector/Path.js';
import type { AreaPaint, MapAreas } from './map-types.ts';
import { makeReachable } from './reachable-path.ts';

/**
 * Areas in classes, for the gap maps; points (schools) become dots of the same classes. Hatched: no data. Dotted:
 * hidden. Both patterns stand in `AreaPatterns`. Off: the class was switched off in the legend.
 */
export function addChoropleth(base: LeafletMap) {
  let layer: GeoJSON | null = null;
  let areas: MapAreas | null = null;

  /** How each shape looks, so that of thousands only those are painted anew that look otherwise. */
  const painted = new Map<string, string>();

  function style(feature?: Feature): PathOptions {
    const id = idOf(feature);
    if (!areas || id === null) return {};
    const paint = areas.paint(id);
    const isActive = id === areas.active;
    painted.set(id, nameOfLook(paint, isActive));
    return pathOptions(paint, isActive);
  }

  function repaint(shapes: GeoJSON): void {
    shapes.eachLayer((shape) => {
      const { feature } = shape as Layer & { feature?: Feature };
      const id = idOf(feature);
      if (!areas || id === null || !(shape instanceof Path)) return;
      const look = nameOfLook(areas.paint(id), id === areas.active);
      if (painted.get(id) !== look) shape.setStyle(style(feature));
    });
  }

  function listen(feature: Feature, path: Layer): void {
    const id = idOf(feature);
    if (id === null) return;
    makeReachable(path, {
      id,
      say: (asked) => areas?.say(asked) ?? '',
      onHover: (hovered) => areas?.onHover(hovered),
      onSelect: (selected) => areas?.onSelect(selected),
    });
  }

  return {
    set(next: MapAreas | null): void {
      const sameShapes = next?.shapes === areas?.shapes;
      areas = next;
      if (sameShapes && layer) {
        repaint(layer);
        return;
      }
      layer?.remove();
      layer = null;
      painted.clear();
      if (!next) return;
      layer = geoJSON(next.shapes, {
        style,
        // Small enough that the hexagon below can be pointed at beside it.
        pointToLayer: (_feature, position) => circleMarker(position, { radius: 7 }),
        onEachFeature: listen,
      }).addTo(base);
    },
  };
}

export function idOf(feature?: Feature): string | null {
  const id = feature?.id ?? (feature?.properties?.id as string | number | undefined);
  return id === undefined ? null : String(id);
}

function nameOfLook(paint: AreaPaint, isActive: boolean): string {
  return `${paint.look === 'color' ? paint.color : paint.look}${isActive ? ' active' : ''}`;
}

function pathOptions(paint: AreaPaint, active: boolean): PathOptions {
  const line = { color: active ? 'var(--ink)' : 'var(--map-area-line)', weight: active ? 3 : 1, opacity: 1 };
  switch (paint.look) {
    case 'color':
      return { ...line, fillColor: paint.color, fillOpacity: 0.82 };
    case 'no-data':
      return { ...line, fillColor: 'url(#area-no-data)', fillOpacity: 1 };
    case 'hidden':
      return { ...line, fillColor: 'url(#area-hidden)', fillOpacity: 1 };
    case 'off':
      return { ...line, opacity: active ? 1 : 0.4, fillOpacity: 0 };
  }
}
