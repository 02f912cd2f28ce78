import { cellToLatLng, cellToParent, getResolution, isValidCell, latLngToCell } from 'h3-js';
import type { District } from '../district/district.ts';
import type { FindingCode } from './finding-codes.ts';
import { parsePoint } from './parse-point.ts';

type HomeDistrict = Pick<District, 'bounds' | 'homeResolution'>;

export type ReadHome = { cell: string } | { code: FindingCode } | undefined;

/** The cell of an exact home, so that the point itself goes no further than this function. */
export function cellOfPoint(longitude: string, latitude: string, district: HomeDistrict): ReadHome {
  const { point, quality, code } = parsePoint(longitude, latitude, district.bounds);
  if (quality === 'missing') return undefined;
  if (!point) return { code: code ?? 'point-invalid' };
  return { cell: latLngToCell(point[1], point[0], district.homeResolution) };
}

/** A cell that the file gives, made as coarse as the district keeps homes; a coarser one cannot be made finer. */
export function checkCell(text: string, { bounds, homeResolution }: HomeDistrict): ReadHome {
  const cell = text.trim().toLowerCase();
  if (!isValidCell(cell) || getResolution(cell) < homeResolution) return { code: 'bad-cell' };
  const [latitude, longitude] = cellToLatLng(cell);
  const [west, south, east, north] = bounds;
  const isInside = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isInside ? { cell: cellToParent(cell, homeResolution) } : { code: 'point-outside' };
}
