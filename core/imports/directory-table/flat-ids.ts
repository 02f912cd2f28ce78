import { normalName } from '../../taxonomy/crosswalk.ts';
import type { FlatRow } from './flat-row.ts';

/** What stands in a name's place in an id; a name in other letters than Latin ones is written out. */
function slug(text: string): string {
  const name = normalName(text).replaceAll(' ', '-') || encodeURIComponent(text.trim().toLowerCase());
  return name.slice(0, 120);
}

/** An id as links between rows can carry it: nothing in it parts one id from the next. */
export function plainId(text: string): string {
  const id = text.trim().replace(/[,;|\s]+/g, '-');
  return id === '0' ? '' : id;
}

export interface FlatIds {
  organization: string;
  service: string;
  /** Empty where the row names no place. */
  location: string;
}

/**
 * The ids of what a row tells: from its columns where it has them, otherwise from names and address, so that the same row
 * of a newer file is the same records. A row's own id stands for its service and its place, because the address is what
 * is corrected most often. A place belongs to its organization: two of them at one address stay two.
 */
export function flatIds(row: FlatRow): FlatIds {
  const own = plainId(row.cell('id'));
  const service = row.cell('service_name');
  const organization = organizationId(row, own);
  const where = placeWords(row);
  const given = plainId(row.cell('location_id'));
  return {
    organization,
    service: own || `${organization}/${slug(service || row.cell('organization_name'))}`,
    location: given || (where === '' ? '' : own || `${organization}/${slug(where)}`),
  };
}

/** A service without an organization is its own; many are called "Farmers Market", so its town tells which. */
function organizationId(row: FlatRow, own: string): string {
  const given = plainId(row.cell('organization_id'));
  const name = row.cell('organization_name');
  if (given || name) return given || slug(name);
  return own || slug([row.cell('service_name'), row.cell('city'), row.cell('state')].join(' '));
}

/** What tells one place from another; a point only where there is nothing that people would call it by. */
function placeWords(row: FlatRow): string {
  const street = row.cell('address_1');
  const town = [row.cell('city'), row.cell('state')].filter(Boolean).join(' ');
  const name = row.cell('location_name');
  if (street) return [street, row.cell('address_2'), town || row.cell('postal_code')].join(' ');
  if (name) return `${name} ${town}`;
  const [latitude, longitude] = [row.cell('latitude'), row.cell('longitude')];
  if (latitude && longitude) return `at ${latitude} ${longitude}`;
  return town ? `in ${town} ${row.cell('service_name')}` : '';
}
