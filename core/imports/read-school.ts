import type { BoundingBox } from '../geo/point.ts';
import type { School } from '../schools/school.ts';
import type { Note } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import { parseGrade } from './parse-grade.ts';
import { parseLocale } from './parse-locale.ts';
import { parseCount } from './parse-number.ts';
import { parsePhone } from './parse-phone.ts';
import { parsePoint } from './parse-point.ts';
import { parseTime } from './parse-time.ts';
import { type FieldReader, readFields } from './read-fields.ts';

/** What a row says about a school. A key that is there and undefined: the file has the column, and it is empty. */
export interface ReadSchool {
  sourceId: string;
  /** The school year that the row is about, where files hold several: "2017-2018". */
  year: string;
  school: { [K in keyof Omit<School, 'id' | 'source' | 'districtId' | 'demo'>]?: School[K] | undefined };
}

/** How NCES writes that a figure is missing, does not apply, or is not good enough. */
const MISSING = new Set(['m', 'n', 'na', 'n/a', '-1', '-2', '-9', '†', '–', '.', 'ug', 'ae']);

/** Reads one row of a file of schools; `fields` are named as in `SCHOOL_COLUMNS`. Undefined where it is not used. */
export function readSchool(
  fields: Readonly<Record<string, string>>,
  note: Note,
  bounds?: BoundingBox,
): ReadSchool | undefined {
  const present = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !MISSING.has(value.trim().toLowerCase())),
  );
  const row = readFields(present, note);
  const name = row.line('name', 300);
  if (!name) {
    note({ code: 'missing-name', field: 'name', action: 'refused' });
    return undefined;
  }
  const ncesId = readNcesId(row);
  const sourceId = row.line('id') ?? ncesId ?? name;
  const has = (...names: string[]): boolean => names.some((field) => fields[field] !== undefined);
  return {
    sourceId,
    year: row.line('year') ?? '',
    school: {
      name,
      ...(has('nces_id') ? { ncesId } : {}),
      ...(has('latitude', 'longitude') ? { point: readPoint(row, bounds) } : {}),
      ...texts(row, has),
      ...(has('phone')
        ? { phone: parsed(row, 'phone', (text) => parsePhone(text)?.number, 'bad-phone') }
        : {}),
      ...(has('lowest_grade', 'highest_grade') ? readGrades(row) : {}),
      ...(has('enrollment') ? { enrollment: parsed(row, 'enrollment', parseCount, 'bad-number') } : {}),
      ...(has('locale') ? { locale: parsed(row, 'locale', parseLocale, 'unknown-value') } : {}),
      ...(has('day_starts_at') ? { dayStartsAt: parsed(row, 'day_starts_at', parseTime, 'bad-time') } : {}),
      ...(has('day_ends_at') ? { dayEndsAt: parsed(row, 'day_ends_at', parseTime, 'bad-time') } : {}),
    },
  };
}

/** Whether a row says that its school does not take students now: closed, inactive or still to come. */
export function isClosed(fields: Readonly<Record<string, string>>): boolean {
  return /^(?:closed|inactive|future|2|6|7)$/i.test((fields.status ?? '').trim());
}

function texts(row: FieldReader, has: (field: string) => boolean) {
  const columns = {
    address: 'address',
    city: 'city',
    county: 'county',
    stateProvince: 'state',
    postalCode: 'zip',
  } as const;
  const read = Object.entries(columns)
    .filter(([, column]) => has(column))
    .map(([field, column]) => [field, row.line(column)]);
  return Object.fromEntries(read) as ReadSchool['school'];
}

function readNcesId(row: FieldReader): string | undefined {
  const value = row.line('nces_id')?.replace(/\.0$/, '');
  if (value === undefined || !/^\d{11}$/.test(value)) return value;
  row.note({ code: 'leading-zero', field: 'nces_id', value, action: 'repaired' });
  return `0${value}`;
}

function readPoint(row: FieldReader, bounds: BoundingBox | undefined): School['point'] {
  const [longitude, latitude] = [row.line('longitude') ?? '', row.line('latitude') ?? ''];
  const { point, quality, code } = parsePoint(longitude, latitude, bounds);
  if (code) {
    const action = point ? 'repaired' : quality === 'missing' ? 'kept' : 'left-out';
    row.note({
      code,
      field: 'latitude',
      action,
      ...(quality === 'missing' ? {} : { value: `${longitude}, ${latitude}` }),
    });
  }
  return point && { type: 'Point', coordinates: point };
}

function readGrades(row: FieldReader) {
  const lowestGrade = parsed(row, 'lowest_grade', parseGrade, 'bad-grade');
  const highestGrade = parsed(row, 'highest_grade', parseGrade, 'bad-grade');
  if (lowestGrade === undefined || highestGrade === undefined || lowestGrade <= highestGrade)
    return { lowestGrade, highestGrade };
  row.note({
    code: 'bad-grade',
    field: 'highest_grade',
    value: `${lowestGrade}–${highestGrade}`,
    action: 'left-out',
  });
  return { lowestGrade: undefined, highestGrade: undefined };
}

function parsed<T>(
  row: FieldReader,
  field: string,
  parse: (text: string) => T | undefined,
  code: FindingCode,
): T | undefined {
  const value = row.line(field);
  const result = value === undefined ? undefined : parse(value);
  if (value !== undefined && result === undefined) row.note({ code, field, value, action: 'left-out' });
  return result;
}
