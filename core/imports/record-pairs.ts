/**
 * Names and values of a JSON record; of a GeoJSON feature its properties and the coordinates of its point. With
 * `outlines` a feature's outline is the column "geometry" and its own id "feature_id".
 */
export function recordPairs(value: unknown, outlines = false): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const record = value as Record<string, unknown>;
  if (record.type !== 'Feature') return scalars(record);
  const properties = scalars((record.properties ?? {}) as Record<string, unknown>);
  const names = new Set(properties.map(([name]) => name.toLowerCase()));
  const [longitude, latitude] = pointOf(record.geometry);
  const point: [string, string][] = [
    ['longitude', longitude],
    ['latitude', latitude],
  ];
  if (outlines) properties.push(...outlineOf(record));
  return [...properties, ...point.filter(([name, text]) => text !== '' && !names.has(name))];
}

function outlineOf({ id, geometry }: Record<string, unknown>): [string, string][] {
  const isPoint =
    typeof geometry === 'object' && geometry !== null && 'type' in geometry && geometry.type === 'Point';
  return [
    ['feature_id', typeof id === 'string' || typeof id === 'number' ? String(id) : ''],
    ['geometry', geometry === null || geometry === undefined || isPoint ? '' : JSON.stringify(geometry)],
  ];
}

function scalars(record: Record<string, unknown>): [string, string][] {
  return Object.entries(record).map(([name, value]) => [
    name,
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value),
  ]);
}

function pointOf(geometry: unknown): [string, string] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry) || geometry.type !== 'Point')
    return ['', ''];
  const coordinates: unknown = 'coordinates' in geometry ? geometry.coordinates : undefined;
  return Array.isArray(coordinates) ? [String(coordinates[0] ?? ''), String(coordinates[1] ?? '')] : ['', ''];
}
