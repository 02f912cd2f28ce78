import type { Position } from '../../../core/geo/point.ts';

/** What is typed of a point: texts, so that nothing that is half typed is lost. */
export interface TypedPoint {
  latitude: string;
  longitude: string;
}

export function typedPoint([lon, lat]: Position): TypedPoint {
  return { latitude: String(lat), longitude: String(lon) };
}

/** A point that was pasted into the first field as a pair is one of both. */
export function splitPair(latitude: string, longitude: string): TypedPoint {
  const [first = '', second] = latitude.split(/\s*[,;]\s*|\s+/).filter(Boolean);
  return second === undefined ? { latitude, longitude } : { latitude: first, longitude: second };
}

export function readLatitude({ latitude }: TypedPoint): number | undefined {
  return readDegrees(latitude, 90);
}

export function readLongitude({ longitude }: TypedPoint): number | undefined {
  return readDegrees(longitude, 180);
}

/** Undefined for what is no point. */
export function readPoint(typed: TypedPoint): Position | undefined {
  const [lat, lon] = [readLatitude(typed), readLongitude(typed)];
  return lat === undefined || lon === undefined ? undefined : [lon, lat];
}

function readDegrees(text: string, most: number): number | undefined {
  const trimmed = text.trim().replace(/°$/, '').replace('−', '-');
  if (!/^[+-]?\d{1,3}(?:\.\d{1,15})?$/.test(trimmed)) return undefined;
  const degrees = Number(trimmed);
  return Math.abs(degrees) <= most ? degrees : undefined;
}
