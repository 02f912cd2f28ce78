import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { OsmNet, OsmWay } from '../../../scripts/demo/roads/osm-pbf.ts';

/** Streets side by side: every third is a quick one. */
const SPEEDS = [30, 30, 60];
const LAT_STEP = 0.003;
const LON_STEP = 0.004;

/** A town of n × n crossings whose south-western corner is given. */
export function town(n: number, [lon, lat]: Position): OsmNet {
  const points: Position[] = [];
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      points.push([round(lon + column * LON_STEP), round(lat + row * LAT_STEP)]);
  const line = (at: (k: number) => number) => Array.from({ length: n }, (_, k) => at(k));
  const ways = line((k) => k).flatMap((k) => [
    street(
      line((column) => k * n + column),
      k,
    ),
    street(
      line((row) => row * n + k),
      k,
    ),
  ]);
  return { points, ways };
}

/** Two nets without a road between them. */
export function both(a: OsmNet, b: OsmNet): OsmNet {
  const moved = b.ways.map((way) => ({ ...way, points: way.points.map((point) => point + a.points.length) }));
  return { points: [...a.points, ...b.points], ways: [...a.ways, ...moved] };
}

/** Minutes by car from one point to all: Dijkstra's algorithm, as plainly as it can be. */
export function carMinutes({ points, ways }: OsmNet, from: number): number[] {
  const minutes = points.map((_, k) => (k === from ? 0 : Number.POSITIVE_INFINITY));
  const open = new Set(points.keys());
  while (open.size > 0) {
    const next = [...open].reduce((best, k) => (minutes[k]! < minutes[best]! ? k : best));
    open.delete(next);
    for (const { points: way, tags } of ways)
      for (const at of [way.indexOf(next)].filter((k) => k >= 0))
        for (const beside of [way[at - 1], way[at + 1]].filter((point) => point !== undefined)) {
          const km = greatCircleKm(points[next]!, points[beside]!);
          minutes[beside] = Math.min(minutes[beside]!, minutes[next]! + (km / Number(tags.maxspeed)) * 60);
        }
  }
  return minutes;
}

function street(points: number[], k: number): OsmWay {
  return { points, tags: { highway: 'residential', maxspeed: String(SPEEDS[k % SPEEDS.length]) } };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
