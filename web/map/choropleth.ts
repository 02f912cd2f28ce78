import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSON, Layer, Map as LeafletMap, PathOptions } from 'leaflet';
import { geoJSON } from 'leaflet/src/layer/GeoJSON.js';
import { canvas } from 'leaflet/src/layer/vector/Canvas.js';
import { circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
import { Path } from 'leaflet/src/layer/vector/Path.js';
import type { AreaPaint, MapAreas } from './map-types.ts';
import { makeReachable } from './reachable-path.ts';

/** More shapes than anybody goes through by keyboard, and than a browser moves well one by one. */
const MANY_SHAPES = 1_500;

/** What outlines are drawn with: a canvas knows no variables of the style sheet. */
interface Lines {
  area: string;
  active: string;
}

interface Look {
  paint: AreaPaint;
  isActive: boolean;
  lines: Lines;
}

const BY_STYLE_SHEET: Lines = { area: 'var(--map-area-line)', active: 'var(--ink)' };

/**
 * Areas in classes, for the gap maps; points (schools) become dots of the same classes. Hatched: no data. Dotted:
 * hidden. Both patterns stand in `AreaPatterns`. Off: the class was switched off in the legend.
 */
export function addChoropleth(base: LeafletMap) {
  let layer: GeoJSON | null = null;
  let areas: MapAreas | null = null;
  let lines = BY_STYLE_SHEET;

  /** How each shape looks, so that of thousands only those are painted anew that look otherwise. */
  const painted = new Map<string, Look>();

  function style(feature?: Feature): PathOptions {
    const id = idOf(feature);
    if (!areas || id === null) return {};
    const look = { paint: areas.paint(id), isActive: id === areas.active, lines };
    painted.set(id, look);
    return pathOptions(look);
  }

  function repaint(shapes: GeoJSON): void {
    shapes.eachLayer((shape) => {
      const { feature } = shape as Layer & { feature?: Feature };
      const id = idOf(feature);
      if (!areas || id === null || !(shape instanceof Path)) return;
      const look = { paint: areas.paint(id), isActive: id === areas.active, lines };
      if (!isSame(painted.get(id), look)) shape.setStyle(style(feature));
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

  function draw(shapes: FeatureCollection, onCanvas: boolean): GeoJSON {
    const drawing = onCanvas ? { renderer: canvas({ padding: 0.2 }) } : {};
    return geoJSON(shapes, {
      ...drawing,
      style,
      // Small enough that the hexagon below can be pointed at beside it.
      pointToLayer: (_feature, position) => circleMarker(position, { ...drawing, radius: 7 }),
      onEachFeature: listen,
    });
  }

  return {
    set(next: MapAreas | null): void {
      const sameShapes = next?.shapes === areas?.shapes;
      areas = next;
      const onCanvas = next?.plain === true && next.shapes.features.length > MANY_SHAPES;
      lines = onCanvas ? linesOf(base.getContainer()) : BY_STYLE_SHEET;
      if (sameShapes && layer) {
        repaint(layer);
        return;
      }
      layer?.remove();
      layer = null;
      painted.clear();
      if (next) layer = draw(next.shapes, onCanvas).addTo(base);
    },
  };
}

export function idOf(feature?: Feature): string | null {
  const id = feature?.id ?? (feature?.properties?.id as string | number | undefined);
  return id === undefined ? null : String(id);
}

function linesOf(element: HTMLElement): Lines {
  const style = getComputedStyle(element);
  return { area: style.getPropertyValue('--map-area-line'), active: style.getPropertyValue('--ink') };
}

function isSame(a: Look | undefined, b: Look): boolean {
  if (a === undefined || a.isActive !== b.isActive || a.paint.look !== b.paint.look) return false;
  if (a.lines.area !== b.lines.area || a.lines.active !== b.lines.active) return false;
  return a.paint.look !== 'color' || b.paint.look !== 'color' || a.paint.color === b.paint.color;
}

function pathOptions({ paint, isActive, lines }: Look): PathOptions {
  const line = { color: isActive ? lines.active : lines.area, weight: isActive ? 3 : 1, opacity: 1 };
  switch (paint.look) {
    case 'color':
      return { ...line, fillColor: paint.color, fillOpacity: 0.82 };
    case 'no-data':
      return { ...line, fillColor: 'url(#area-no-data)', fillOpacity: 1 };
    case 'hidden':
      return { ...line, fillColor: 'url(#area-hidden)', fillOpacity: 1 };
    case 'off':
      return { ...line, opacity: isActive ? 1 : 0.4, fillOpacity: 0 };
  }
}
