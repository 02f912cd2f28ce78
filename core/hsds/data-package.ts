import type { SaidFilter } from '../exports/export-format.ts';
import { HSDS_PROFILE } from './profile.ts';
import { type Column, TABLE_FILES } from './tables.ts';

/** What datapackage.json says of the tables beside it (Frictionless "tabular data package", as HSDS 3.1 has it). */
export function dataPackage(filter: SaidFilter): object {
  const resources = Object.entries(TABLE_FILES).map(([name, { file, columns }]) => ({
    name,
    path: file,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { fields: columns.map(field), primaryKey: 'id' },
  }));
  return {
    name: 'human_services_data',
    title: `Human services directory, ${HSDS_PROFILE.base}`,
    profile: 'tabular-data-package',
    homepage: 'https://docs.openreferral.org',
    hsds_profile: HSDS_PROFILE.name,
    filter,
    resources,
  };
}

function field({ name, type }: Column): object {
  // Moments come with fractions of seconds, which the usual form of the package has not.
  return { name, type, ...(type === 'datetime' && { format: 'any' }) };
}
