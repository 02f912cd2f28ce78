import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import { type ModeRule, TRAVEL_MODES, type TravelRules, travelMinutes } from './travel.ts';
import type { TravelEngine } from './travel-engine.ts';

/** The engine that knows no roads: distance, detour and speed by mode. Its version is its rules. */
export function straightLine(rules: TravelRules): TravelEngine {
  return {
    name: 'straight',
    version: `straight ${TRAVEL_MODES.map((mode) => `${mode} ${ruleText(rules[mode])}`).join(', ')}`,
    estimates: TRAVEL_MODES,
    matrix: async (origins, destinations, mode, limitMinutes) =>
      straightMatrix(origins, destinations, rules[mode], limitMinutes),
  };
}

/** A point that is none (NaN) is reached from nowhere. */
export function straightMatrix(
  origins: readonly Position[],
  destinations: readonly Position[],
  rule: ModeRule,
  limitMinutes = Number.POSITIVE_INFINITY,
): Float64Array {
  const minutes = new Float64Array(origins.length * destinations.length);
  let at = 0;
  for (const origin of origins) {
    for (const destination of destinations) {
      const taken = travelMinutes(greatCircleKm(origin, destination), rule);
      minutes[at++] = taken <= limitMinutes ? taken : Number.POSITIVE_INFINITY;
    }
  }
  return minutes;
}

function ruleText({ speedKmh, detour, overheadMinutes }: ModeRule): string {
  return `${speedKmh}/${detour}/${overheadMinutes}`;
}
