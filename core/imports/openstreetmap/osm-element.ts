import type { Position } from '../../geo/point.ts';
import { middleOf } from './middle-of.ts';

/** A thing of OpenStreetMap, whichever file it came in. */
export interface OsmElement {
  /** "node/123": its type and number, which stay as long as it does. */
  id: string;
  tags: ReadonlyMap<string, string>;
  /** Of a way or a relation the middle of its outline. */
  point?: Position;
  /** When it was last edited, where the file says so. */
  timestamp?: string;
}

type Json = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  node: 'node',
  way: 'way',
  relation: 'relation',
  n: 'node',
  w: 'way',
  r: 'relation',
};

/**
 * An element of an answer of Overpass, or a feature of the same as GeoJSON: as overpass turbo, osmtogeojson and osmium
 * write it. Undefined for what is neither.
 */
export function readOsmElement(value: unknown): OsmElement | undefined {
  const record = objectIn(value);
  if (!record) return undefined;
  return record.type === 'Feature' ? fromFeature(record) : fromOverpass(record);
}

function fromOverpass(record: Json): OsmElement | undefined {
  const id = idOf(record.type, record.id);
  if (!id) return undefined;
  return element(id, record.tags, middleOf(record), record.timestamp);
}

/** `properties` are the tags themselves (overpass turbo, osmium) or hold them (osmtogeojson). */
function fromFeature(record: Json): OsmElement | undefined {
  const properties = objectIn(record.properties) ?? {};
  const id =
    writtenId(record.id) ??
    writtenId(properties['@id']) ??
    idOf(properties['@type'] ?? properties.type, properties['@id'] ?? properties.id);
  if (!id) return undefined;
  const meta = objectIn(properties.meta) ?? properties;
  const point = middleOf(record.geometry);
  return element(id, objectIn(properties.tags) ?? properties, point, meta['@timestamp'] ?? meta.timestamp);
}

function element(id: string, tags: unknown, point: Position | undefined, timestamp: unknown): OsmElement {
  const told = Object.entries(objectIn(tags) ?? {}).filter(
    (tag): tag is [string, string] => typeof tag[1] === 'string' && !tag[0].startsWith('@'),
  );
  return {
    id,
    tags: new Map(told.map(([key, value]) => [key.trim(), value.trim()])),
    ...(point && { point }),
    ...(typeof timestamp === 'string' && { timestamp }),
  };
}

/** "node/123", "n123", or the address of its page. */
function writtenId(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /(?:^|\/)(node|way|relation|n|w|r)\/?(\d+)$/.exec(value);
  return match ? idOf(match[1], match[2]) : undefined;
}

function idOf(type: unknown, number: unknown): string | undefined {
  const known = typeof type === 'string' && Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  return known && /^\d{1,20}$/.test(String(number)) ? `${known}/${String(number)}` : undefined;
}

function objectIn(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
