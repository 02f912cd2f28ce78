import type { Area, Position } from '../geo/point.ts';
import type { TravelMode } from './travel.ts';

/** What tells how long a way takes: a straight line, our own roads, or a service elsewhere. */
export interface TravelEngine {
  name: 'straight' | 'roads' | 'remote';
  /** Changes whenever the same question could be answered otherwise: what is kept is kept under it. */
  version: string;
  /** Modes of which it knows no ways, so that the straight line with its detour stands for them. */
  estimates: readonly TravelMode[];
  /**
   * Minutes, row by row (origins.length × destinations.length); `Infinity` where nothing leads there, or where it takes
   * longer than `limitMinutes`.
   */
  matrix(
    origins: readonly Position[],
    destinations: readonly Position[],
    mode: TravelMode,
    limitMinutes?: number,
  ): Promise<Float64Array>;
  /** How many km each point lies from the nearest road; an engine without roads cannot say. */
  kmToRoad?(points: readonly Position[], mode: TravelMode): Promise<Float64Array>;
  /** The area that is reached from a point; undefined where no road of the mode leads away in that time. */
  reach?(from: Position, mode: TravelMode, minutes: number): Promise<Area | undefined>;
}
