import { control, type LatLngBoundsExpression, type Map as LeafletMap, map } from 'leaflet';
import type { BoundingBox, Position } from '../../core/geo/point.ts';
import type { Config } from '../api/config.ts';

export interface BaseMapOptions {
  tiles: Config['tiles'];
  credits: Config['credits'];
  bounds: BoundingBox | null;
  /** Where an invented district lies: the real county there goes without its name. */
  invented: Position | null;
  units: 'miles' | 'kilometers';
  zoomIn: string;
  zoomOut: string;
}

/** The contiguous United States, where no district says better. */
const ANYWHERE: BoundingBox = [-125, 24, -66, 50];

/** The ground that everything is drawn on: raster tiles where the installation has some, county lines where not. */
export function createBaseMap(element: HTMLElement, options: BaseMapOptions): LeafletMap {
  const base = map(element, {
    zoomControl: false,
    // In a frame the wheel moves the page around it.
    scrollWheelZoom: self === top,
    zoomSnap: options.tiles ? 1 : 0.5,
    minZoom: 4,
    maxZoom: 18,
    attributionControl: false,
  });
  base.fitBounds(latLngBounds(options.bounds ?? ANYWHERE), { animate: false });
  control.zoom({ zoomInTitle: options.zoomIn, zoomOutTitle: options.zoomOut }).addTo(base);
  const imperial = options.units === 'miles';
  control.scale({ imperial, metric: !imperial, position: 'bottomleft' }).addTo(base);
  const attribution = control.attribution({ prefix: false }).addTo(base);
  const { tiles, credits } = options;
  for (const credit of credits) attribution.addAttribution(asText(credit));
  if (tiles) {
    void import('./tiles.ts').then(({ addTiles }) => addTiles(base, tiles));
  } else {
    attribution.addAttribution('U.S. Census Bureau');
    const bounds = options.bounds ?? ANYWHERE;
    void import('./county-lines.ts').then(({ addCountyLines }) =>
      addCountyLines(base, bounds, options.invented),
    );
  }
  return base;
}

/** Leaflet takes HTML; the words came from a file. */
function asText(words: string): string {
  return words.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Leaflet wants latitude first; everything else here has longitude first. */
export function latLng([lon, lat]: Position): [number, number] {
  return [lat, lon];
}

function latLngBounds([west, south, east, north]: BoundingBox): LatLngBoundsExpression {
  return [
    [south, west],
    [north, east],
  ];
}
