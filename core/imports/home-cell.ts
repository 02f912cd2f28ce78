import { cellToLatLng, cellToParent, getResolution, isValidCell, latLngToCell } from 'h3-js';
import type { District } from '../district/district.ts';
import { FINEST_HOME_RESOLUTION } from '../district/home-resolution.ts';
import type { FindingCode } from './finding-codes.ts';
import { parsePoint } from './parse-point.ts';

type HomeDistrict = Pick<District, 'bounds' | 'homeResolution'>;

export type ReadHome = { cell: string } | { code: FindingCode } | undefined;

/** The cell of an exact home, so that the point itself goes no further than this function. */
export function cellOfPoint(longitude: string, latitude: string, district: HomeDistrict): ReadHome {
  const { point, quality, code } = parsePoint(longitude, latitude, district.bounds);
  if (quality === 'missing') return undefined;
  if (!point) return { code: code ?? 'point-invalid' };
  return { cell: latLngToCell(point[1], point[0], resolutionOf(district)) };
}

/** A cell that the file gives, made as coarse as the district keeps homes; a coarser one cannot be made finer. */
export function checkCell(text: string, district: HomeDistrict): ReadHome {
  const cell = text.trim().toLowerCase();
  const homeResolution = resolutionOf(district);
  if (!isValidCell(cell) || getResolution(cell) < homeResolution) return { code: 'bad-cell' };
  const [latitude, longitude] = cellToLatLng(cell);
  const [west, south, east, north] = district.bounds;
  const isInside = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isInside ? { cell: cellToParent(cell, homeResolution) } : { code: 'point-outside' };
}

/** A district that was set up before finer cells were refused gets no finer ones either. */
function resolutionOf({ homeResolution }: HomeDistrict): number {
  return Math.min(homeResolution, FINEST_HOME_RESOLUTION);
}
