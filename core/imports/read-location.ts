import type { Language, Location } from '../directory/service.ts';
import type { BoundingBox } from '../geo/point.ts';
import { compact } from './compact.ts';
import type { FindingAction } from './finding.ts';
import { parsePoint } from './parse-point.ts';
import { readFlag, readLanguageList } from './read-contacts.ts';
import type { FieldReader } from './read-fields.ts';
import { type ProfileFields, readProfile } from './read-profile.ts';

type LocationType = Location['locationType'];

export interface StagedLocation extends Pick<ProfileFields, 'demo' | 'confidentiality'> {
  name?: string;
  alternateName?: string;
  description?: string;
  transportation?: string;
  locationType?: LocationType;
  point?: NonNullable<Location['point']>;
  pointQuality: Location['pointQuality'];
  languages?: Language[];
  accessibility?: { description: string }[];
}

export const LOCATION_ATTRIBUTES = ['url', 'external_identifier', 'external_identifier_type', 'email'];

export function readLocation(row: FieldReader, bounds: BoundingBox | undefined): StagedLocation {
  const locationType = readType(row);
  const accessibility = row.line('accessibility');
  const languages = readLanguageList(row, 'languages');
  return compact({
    name: row.line('name'),
    alternateName: row.line('alternate_name'),
    description: row.text('description'),
    transportation: row.text('transportation'),
    locationType,
    ...readPoint(row, bounds, locationType),
    ...readProfile(row),
    languages: languages.length > 0 ? languages : undefined,
    accessibility: accessibility ? [{ description: accessibility.replaceAll('_', ' ') }] : undefined,
  });
}

function readType(row: FieldReader): LocationType | undefined {
  if (readFlag(row, 'virtual')) return 'virtual';
  const value = row.line('location_type');
  const type = (['physical', 'postal', 'virtual'] as const).find((known) => known === value?.toLowerCase());
  if (value && !type) row.note({ code: 'unknown-value', field: 'location_type', value, action: 'left-out' });
  return type;
}

function readPoint(
  row: FieldReader,
  bounds: BoundingBox | undefined,
  type: LocationType | undefined,
): Pick<StagedLocation, 'point' | 'pointQuality'> {
  const [longitude, latitude] = [row.line('longitude') ?? '', row.line('latitude') ?? ''];
  const { point, quality, code } = parsePoint(longitude, latitude, bounds);
  const needsNone = quality === 'missing' && type !== undefined && type !== 'physical';
  if (code && !needsNone) {
    const action: FindingAction = point ? 'repaired' : quality === 'missing' ? 'kept' : 'left-out';
    const value = quality === 'missing' ? {} : { value: `${longitude}, ${latitude}` };
    const detail = point ? { detail: `It is now ${point[0]}, ${point[1]} (longitude, latitude).` } : {};
    row.note({ code, field: 'latitude', action, ...value, ...detail });
  }
  if (!point) return { pointQuality: quality };
  return { point: { type: 'Point', coordinates: point }, pointQuality: quality };
}
