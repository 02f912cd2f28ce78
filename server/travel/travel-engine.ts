import { straightLine } from '../../core/travel/straight-line.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import type { Deps } from '../deps.ts';

/** The engine that this installation goes by. */
export function travelEngine({ rules }: Pick<Deps, 'rules'>): TravelEngine {
  return straightLine(rules.travel);
}
