import { z } from 'zod';
import type { Position } from '../../../core/geo/point.ts';
import { straightMatrix } from '../../../core/travel/straight-line.ts';
import type { ModeRule, TravelMode, TravelRules } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { minutesToRoad } from '../../../core/travel/way-to-road.ts';
import { type Block, blocksOf } from '../blocks.ts';
import { kmToRoad } from './locate-points.ts';
import { reachArea } from './reach-area.ts';
import { COSTINGS, type ValhallaAsk } from './valhalla-ask.ts';

export interface ValhallaOptions {
  name: TravelEngine['name'];
  version: string;
  rules: TravelRules;
  /** The smaller side of one question is searched place by place, the larger one is told on the way. */
  most: { smaller: number; larger: number };
  open(): Promise<ValhallaAsk>;
}

/** Seconds, null where nothing leads. */
const Durations = z.object({
  sources_to_targets: z.object({ durations: z.array(z.array(z.number().min(0).nullable())) }),
});

/** Times by Valhalla, in this process or elsewhere. */
export function valhallaEngine(options: ValhallaOptions): TravelEngine {
  const { name, version, rules } = options;
  let opened: Promise<ValhallaAsk> | undefined;
  const ask: ValhallaAsk = async (action, question) => {
    opened ??= options.open();
    return (await opened)(action, question);
  };
  return {
    name,
    version,
    estimates: ['bus'],
    kmToRoad: async (points, mode) => kmToRoad(ask, points, COSTINGS[mode] ?? 'auto'),
    reach: async (from, mode, minutes) => reachArea(ask, from, mode, minutes, rules[mode]),
    matrix: async (origins, destinations, mode, limit = Number.POSITIVE_INFINITY) => {
      const costing = COSTINGS[mode];
      if (costing === undefined) return straightMatrix(origins, destinations, rules[mode], limit);
      const [from, to] = [
        await waysToRoad(ask, origins, mode, rules[mode]),
        await waysToRoad(ask, destinations, mode, rules[mode]),
      ];
      return fill({
        ask,
        costing,
        from,
        to,
        overhead: rules[mode].overheadMinutes,
        limit,
        most: options.most,
      });
    },
  };
}

/** Points beside a road, and how long the way to it takes. */
interface Reached {
  points: Position[];
  minutes: number[];
  /** The place of each in the list that was asked about. */
  at: number[];
  /** How long that list is. */
  of: number;
}

async function waysToRoad(
  ask: ValhallaAsk,
  points: readonly Position[],
  mode: TravelMode,
  rule: ModeRule,
): Promise<Reached> {
  const km = await kmToRoad(ask, points, COSTINGS[mode]!);
  const minutes = [...km].map((distance) => minutesToRoad(distance, rule));
  const at = points.map((_, k) => k).filter((k) => minutes[k]! < Number.POSITIVE_INFINITY);
  return { points: at.map((k) => points[k]!), minutes: at.map((k) => minutes[k]!), at, of: points.length };
}

interface Filling {
  ask: ValhallaAsk;
  costing: string;
  from: Reached;
  to: Reached;
  overhead: number;
  limit: number;
  most: ValhallaOptions['most'];
}

async function fill({ ask, costing, from, to, overhead, limit, most }: Filling): Promise<Float64Array> {
  const minutes = new Float64Array(from.of * to.of).fill(Number.POSITIVE_INFINITY);
  const isWide = to.points.length >= from.points.length;
  const sides = isWide ? ([most.smaller, most.larger] as const) : ([most.larger, most.smaller] as const);
  for (const block of blocksOf(from.points.length, to.points.length, ...sides)) {
    const durations = await askBlock(ask, costing, from.points, to.points, block);
    for (const [i, row] of durations.entries())
      for (const [j, seconds] of row.entries()) {
        const [origin, destination] = [block.rows[0] + i, block.columns[0] + j];
        if (seconds === null) continue;
        const taken = overhead + from.minutes[origin]! + seconds / 60 + to.minutes[destination]!;
        if (taken <= limit) minutes[from.at[origin]! * to.of + to.at[destination]!] = taken;
      }
  }
  return minutes;
}

async function askBlock(
  ask: ValhallaAsk,
  costing: string,
  origins: readonly Position[],
  destinations: readonly Position[],
  { rows, columns }: Block,
): Promise<(number | null)[][]> {
  const answer = await ask('sources_to_targets', {
    sources: origins.slice(...rows).map(([lon, lat]) => ({ lon, lat })),
    targets: destinations.slice(...columns).map(([lon, lat]) => ({ lon, lat })),
    costing,
    verbose: false,
  });
  const { durations } = Durations.parse(answer).sources_to_targets;
  const [height, width] = [rows[1] - rows[0], columns[1] - columns[0]];
  if (durations.length !== height || durations.some((row) => row.length !== width))
    throw new Error('The roads engine answered with another number of times than were asked for.');
  return durations;
}
