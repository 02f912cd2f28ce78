import type { DemandArea } from '../demand/demand-area.ts';
import type { Deprivation } from '../demand/demand-place.ts';
import type { BoundingBox, Position } from '../geo/point.ts';
import { isInArea } from '../geo/point-in-area.ts';
import { pointInside } from '../geo/point-inside.ts';
import { acsChildren, hasAcsChildren } from './acs-children.ts';
import { parseAmount, readEstimate } from './estimate.ts';
import type { Note } from './finding.ts';
import { parseLocale } from './parse-locale.ts';
import { parsePoint } from './parse-point.ts';
import { type FieldReader, readFields } from './read-fields.ts';
import { readOutline } from './read-outline.ts';

/** What a row says about an area. A key that is there and undefined: the file has the column, and it is empty. */
export type ReadArea = { id: string } & { [K in keyof Omit<DemandArea, 'id'>]?: DemandArea[K] | undefined };

/** Reads one row of a file of areas; `fields` are named as in `AREA_COLUMNS`. Undefined where it is refused. */
export function readArea(
  fields: Readonly<Record<string, string>>,
  note: Note,
  bounds?: BoundingBox,
): ReadArea | undefined {
  const { geometry = '', ...cells } = fields;
  const row = readFields(cells, note);
  const id = readId(row);
  if (id === undefined) {
    note({ code: 'missing-id', field: 'area_id', action: 'refused' });
    return undefined;
  }
  const place = readPlace(row, geometry, note, bounds);
  if (!place) return undefined;
  return {
    id,
    ...('area_name' in fields && { name: row.line('area_name', 200) }),
    ...place,
    ...readPeople(row, fields),
    ...('locale' in fields && { locale: parseLocale(row.line('locale') ?? '') }),
    ...('deprivation' in fields && { deprivation: readDeprivation(row) }),
  };
}

/** "1400000US31041971500" and "31041971500" name one area. */
function readId(row: FieldReader): string | undefined {
  return row
    .line('area_id', 100)
    ?.replace(/^\d{3}.{4}US(?=\d)/, '')
    .replace(/\.0$/, '');
}

/** Nothing where the file has neither outlines nor points; undefined where this row's cannot be used. */
function readPlace(
  row: FieldReader,
  geometry: string,
  note: Note,
  bounds: BoundingBox | undefined,
): Pick<ReadArea, 'geometry' | 'point'> | undefined {
  const told = readPoint(row);
  if (geometry === '') {
    if (told === undefined) return {};
    const { point, code } = parsePoint(told[0], told[1], bounds);
    if (point && code) note({ code, field: 'latitude', value: String(told), action: 'repaired' });
    if (point) return { point };
    const why = code === 'point-missing' ? 'outline-missing' : (code ?? 'point-invalid');
    note({ code: why, field: 'latitude', value: String(told), action: 'refused' });
    return undefined;
  }
  const outline = readOutline(geometry, note, bounds);
  if (!outline) return undefined;
  const own = told && parsePoint(told[0], told[1]).point;
  return { geometry: outline, point: own && isInArea(own, outline) ? own : rounded(pointInside(outline)) };
}

function readPoint(row: FieldReader): [string, string] | undefined {
  const [longitude, latitude] = [row.raw('longitude'), row.raw('latitude')];
  return longitude === undefined && latitude === undefined ? undefined : [longitude ?? '', latitude ?? ''];
}

/** About a centimetre. */
function rounded([x, y]: Position): Position {
  return [Number(x.toFixed(7)), Number(y.toFixed(7))];
}

/** Nothing where the file does not say how many people there are. */
function readPeople(
  row: FieldReader,
  fields: Readonly<Record<string, string>>,
): Pick<ReadArea, 'people' | 'low' | 'high'> {
  const none = { people: undefined, low: undefined, high: undefined };
  const counts = 'people' in fields || hasAcsChildren(fields);
  const isWater = /^0+(?:\.0+)?$/.test((fields.land ?? '').trim());
  if (!counts && !isWater) return {};
  const estimate = 'people' in fields ? told(row, fields) : acsChildren(fields);
  if (isWater || estimate?.people === 0) {
    row.note({ code: 'nobody-counted', field: isWater ? 'land' : 'people', action: 'kept' });
    return none;
  }
  if (!estimate) {
    row.note({ code: 'no-number', field: 'people', action: 'kept' });
    return none;
  }
  const { people, margin } = estimate;
  if (margin === undefined) return { ...none, people };
  if (margin >= people)
    row.note({ code: 'margin-larger', field: 'margin', value: `${margin}`, action: 'kept' });
  return { people, low: Math.max(0, people - margin), high: people + margin };
}

function told(row: FieldReader, { people = '', margin = '' }: Readonly<Record<string, string>>) {
  for (const [field, text] of Object.entries({ people, margin })) {
    const isWrong = /^[+-]?(?:nan|inf)/i.test(text.trim()) || (parseAmount(text) ?? 0) < 0;
    if (isWrong) row.note({ code: 'bad-number', field, value: text, action: 'left-out' });
  }
  return readEstimate(people, margin);
}

function readDeprivation(row: FieldReader): Deprivation | undefined {
  const value = row.line('deprivation');
  const found = ([1, 2, 3, 4, 5] as const).find((quintile) => String(quintile) === value);
  if (value !== undefined && found === undefined)
    row.note({
      code: 'bad-number',
      field: 'deprivation',
      value,
      action: 'left-out',
      detail: 'It goes from 1 to 5.',
    });
  return found;
}
