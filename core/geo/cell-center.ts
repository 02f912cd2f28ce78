import { cellToLatLng, isValidCell } from 'h3-js';
import type { Position } from './point.ts';

/** The centre of an H3 cell, longitude first; undefined for a text that is no cell. */
export function cellCenter(cell: string | undefined): Position | undefined {
  if (cell === undefined || !isValidCell(cell)) return undefined;
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}
