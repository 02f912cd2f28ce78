import type { BoundingBox, Position } from '../../../core/geo/point.ts';
import { bytesField, joined, numberField, packedField, signed, textField, varint } from './proto-bytes.ts';

export interface OsmWay {
  /** Places in the list of points. */
  points: readonly number[];
  tags: Readonly<Record<string, string>>;
}

export interface OsmNet {
  points: readonly Position[];
  ways: readonly OsmWay[];
}

/** OpenStreetMap's node and way ids begin here: the way's number must not be a node's, for some tools' sake. */
const FIRST_NODE = 1;
const FIRST_WAY = 1_000_001;

/**
 * An extract as planet files are (wiki.openstreetmap.org, "PBF Format"): one block of nodes, one of ways, not
 * compressed, so that the same net gives the same bytes with every version of zlib.
 */
export function osmPbf(net: OsmNet): Uint8Array {
  return joined([
    blob('OSMHeader', headerBlock(boxOf(net.points))),
    blob('OSMData', block([''], bytesField(2, denseNodes(net.points)))),
    blob('OSMData', waysBlock(net.ways)),
  ]);
}

function blob(type: string, content: Uint8Array): Uint8Array {
  const body = bytesField(1, content);
  const header = joined([textField(1, type), numberField(3, varint(body.length))]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return joined([length, header, body]);
}

function headerBlock([west, south, east, north]: BoundingBox): Uint8Array {
  const sides = [west, east, north, south].map((side, k) =>
    numberField(k + 1, signed(Math.round(side * 1e9))),
  );
  return joined([
    bytesField(1, joined(sides)),
    textField(4, 'OsmSchema-V0.6'),
    textField(4, 'DenseNodes'),
    textField(16, 'trellis'),
  ]);
}

function block(texts: readonly string[], group: Uint8Array): Uint8Array {
  return joined([bytesField(1, joined(texts.map((text) => textField(1, text)))), bytesField(2, group)]);
}

/** Each number as its difference from the one before, in units of 1e-7 degrees. */
function denseNodes(points: readonly Position[]): Uint8Array {
  const ids = points.map((_, k) => signed(k === 0 ? FIRST_NODE : 1));
  return joined([
    packedField(1, ids),
    packedField(8, differences(points.map(([, lat]) => Math.round(lat * 1e7)))),
    packedField(9, differences(points.map(([lon]) => Math.round(lon * 1e7)))),
  ]);
}

function waysBlock(ways: readonly OsmWay[]): Uint8Array {
  const texts = ['', ...new Set(ways.flatMap(({ tags }) => Object.entries(tags).flat()))];
  const numbers = new Map(texts.map((text, k) => [text, varint(k)]));
  const written = ways.map(({ points, tags }, k) =>
    joined([
      numberField(1, varint(FIRST_WAY + k)),
      packedField(
        2,
        Object.keys(tags).map((key) => numbers.get(key)!),
      ),
      packedField(
        3,
        Object.values(tags).map((value) => numbers.get(value)!),
      ),
      packedField(8, differences(points.map((point) => FIRST_NODE + point))),
    ]),
  );
  return block(texts, joined(written.map((way) => bytesField(3, way))));
}

function differences(values: readonly number[]): number[][] {
  return values.map((value, k) => signed(k === 0 ? value : value - values[k - 1]!));
}

function boxOf(points: readonly Position[]): BoundingBox {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
