import { z } from 'zod';
import type { Position } from '../../../core/geo/point.ts';
import { straightLine, straightMatrix } from '../../../core/travel/straight-line.ts';
import {
  type ModeRule,
  TRAVEL_MODES,
  type TravelMode,
  type TravelRules,
} from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { minutesToRoad } from '../../../core/travel/way-to-road.ts';
import { blocksOf } from '../blocks.ts';
import type { AskRemote } from './ask-remote.ts';

/** OSRM answers for 100 places together unless its operator allows more. */
const SIDE = 50;

const Places = z.array(z.object({ distance: z.number().min(0) }));

/** Seconds, null where nothing leads; `distance` is that of a place from its road, in metres. */
const Table = z.object({
  code: z.literal('Ok'),
  durations: z.array(z.array(z.number().min(0).nullable())),
  sources: Places,
  destinations: Places,
});

export interface OsrmOptions {
  ask: AskRemote;
  /** The one mode for which the service was set up; the straight line stands in for the others. */
  mode: TravelMode;
  mapVersion: string;
  rules: TravelRules;
}

/** Times by an OSRM elsewhere (project-osrm.org, "Table service"). */
export function osrmEngine({ ask, mode: own, mapVersion, rules }: OsrmOptions): TravelEngine {
  return {
    name: 'remote',
    version: `osrm ${own} ${mapVersion} ${straightLine(rules).version}`,
    estimates: TRAVEL_MODES.filter((mode) => mode !== own),
    matrix: async (origins, destinations, mode, limit = Number.POSITIVE_INFINITY) =>
      mode === own
        ? fill(ask, origins, destinations, rules[mode], limit)
        : straightMatrix(origins, destinations, rules[mode], limit),
  };
}

async function fill(
  ask: AskRemote,
  origins: readonly Position[],
  destinations: readonly Position[],
  rule: ModeRule,
  limit: number,
): Promise<Float64Array> {
  const minutes = new Float64Array(origins.length * destinations.length).fill(Number.POSITIVE_INFINITY);
  for (const { rows, columns } of blocksOf(origins.length, destinations.length, SIDE, SIDE)) {
    const [from, to] = [origins.slice(...rows), destinations.slice(...columns)];
    const table = Table.parse(await ask(tablePath(from, to)));
    if (table.durations.length !== from.length || table.sources.length !== from.length)
      throw new Error('OSRM answered for another number of places than were asked about.');
    for (const [i, row] of table.durations.entries()) {
      if (row.length !== to.length || table.destinations.length !== to.length)
        throw new Error('OSRM answered for another number of places than were asked about.');
      for (const [j, seconds] of row.entries()) {
        if (seconds === null) continue;
        const ends = [table.sources[i]!, table.destinations[j]!];
        const aside = ends.reduce((sum, { distance }) => sum + minutesToRoad(distance / 1000, rule), 0);
        const taken = rule.overheadMinutes + aside + seconds / 60;
        if (taken <= limit) minutes[(rows[0] + i) * destinations.length + columns[0] + j] = taken;
      }
    }
  }
  return minutes;
}

/** OSRM goes by the profile that it was started with, whatever stands in the profile's place. */
function tablePath(from: readonly Position[], to: readonly Position[]): string {
  const places = [...from, ...to].map(([lon, lat]) => `${lon},${lat}`).join(';');
  const sources = from.map((_, k) => k).join(';');
  const destinations = to.map((_, k) => from.length + k).join(';');
  return `table/v1/driving/${places}?annotations=duration&sources=${sources}&destinations=${destinations}`;
}
