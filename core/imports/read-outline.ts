import { findCrossing } from '../geo/find-crossing.ts';
import type { Area, BoundingBox, Position } from '../geo/point.ts';
import { isInArea } from '../geo/point-in-area.ts';
import { ringArea } from '../geo/ring-area.ts';
import type { Note, RowNote } from './finding.ts';
import { placeCorners } from './place-corners.ts';

/** Corners of one area; a census tract has some hundreds. */
const MOST_CORNERS = 100_000;

type Polygon = readonly (readonly Position[])[];

/**
 * The outline of an area from the text of a GeoJSON geometry. What can be told for certain is repaired (rings that are
 * not closed or run the wrong way, coordinates exchanged); what cannot is refused with the reason.
 */
export function readOutline(text: string, tell: Note, bounds?: BoundingBox): Area | undefined {
  const note = (told: Omit<RowNote, 'field'>) => tell({ ...told, field: 'geometry' });
  const refuse = (told: Omit<RowNote, 'field' | 'action'>) => void note({ ...told, action: 'refused' });
  const polygons = polygonsOf(text);
  if (!polygons) return refuse({ code: 'bad-extent', value: text });
  const corners = polygons.flat(2);
  if (corners.length > MOST_CORNERS) return refuse({ code: 'too-many', value: `${corners.length} corners` });
  const { place, code } = placeCorners(corners, bounds);
  if (!place) return refuse({ code, value: String(corners[0]) });
  if (code) note({ code, action: 'repaired' });
  const closed = polygons.map((rings) => rings.map((ring) => close(ring.map(place), note)));
  const crossing = crossingOf(closed.flat());
  if (crossing) return refuse(crossing);
  const whole = closed.map((rings) => turn(rings, note)).filter((rings) => rings.length > 0);
  if (whole.length === 0) return refuse({ code: 'outline-empty' });
  const [only, ...more] = whole;
  return only && more.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: whole };
}

/** Pairs of numbers, whatever they mean; undefined where the text is no Polygon or MultiPolygon of such. */
function polygonsOf(text: string): Polygon[] | undefined {
  const { type, coordinates } = objectOf(text);
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  const isRing = (ring: unknown) => isList(ring) && ring.every(isPosition);
  const isPolygon = (rings: unknown) => isList(rings) && rings.every(isRing);
  if (!isList(polygons) || !polygons.every(isPolygon)) return undefined;
  // Heights, which a position may have as a third number, are left behind.
  return (polygons as Position[][][]).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));
}

function objectOf(text: string): { type?: unknown; coordinates?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function close(ring: Position[], note: (told: Omit<RowNote, 'field'>) => void): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  note({ code: 'ring-unclosed', action: 'repaired' });
  return [...ring, first];
}

function crossingOf(rings: readonly Position[][]): Omit<RowNote, 'field' | 'action'> | undefined {
  const found = findCrossing(rings);
  if (found === 'too tangled') return { code: 'too-many', value: found };
  return found && { code: 'outline-crossing', detail: `Near ${found.join(', ')}.` };
}

/** Outer ring counterclockwise, holes clockwise (RFC 7946); nothing where the outer ring encloses nothing. */
function turn([outer, ...holes]: Position[][], note: (told: Omit<RowNote, 'field'>) => void): Position[][] {
  if (!outer || outer.length < 4 || ringArea(outer) === 0) return [];
  const shell: Area = { type: 'Polygon', coordinates: [outer] };
  const within = holes.filter((hole) => hole.length >= 4 && hole.every((corner) => isInArea(corner, shell)));
  if (within.length < holes.length) note({ code: 'hole-outside', action: 'left-out' });
  return [outer, ...within].map((ring, n) => {
    if (ringArea(ring) > 0 === (n === 0)) return ring;
    note({ code: 'ring-turned', action: 'repaired' });
    return ring.toReversed();
  });
}
