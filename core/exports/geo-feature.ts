import type { FlatRow } from './flat-row.ts';

/** A row as a feature of GeoJSON (RFC 7946). Where no point may be told, or none is known, it has no place on the map. */
export function geoFeature({ latitude, longitude, ...properties }: FlatRow): object {
  const isMapped = latitude !== undefined && longitude !== undefined;
  const geometry = isMapped ? { type: 'Point', coordinates: [longitude, latitude] } : null;
  return { type: 'Feature', id: properties.id, geometry, properties };
}
