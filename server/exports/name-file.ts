import type { Connection } from 'mongoose';
import { type ExportFormat, isFiltered, type SaidFilter } from '../../core/exports/export-format.ts';
import { exportFileName } from '../../core/exports/file-name.ts';
import { localDay } from '../../core/schedule/local-day.ts';
import { readLocation } from '../directory/directory-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import type { Chosen } from './chosen.ts';

/** Named after the site where one was asked for and may be told, otherwise after the district; with its day there. */
export async function nameFile(
  db: Connection,
  at: Date,
  { format, filter, chosen }: { format: ExportFormat; filter: SaidFilter; chosen: Chosen | undefined },
): Promise<string> {
  const { location: site } = filter;
  const isSite = site !== undefined && chosen?.locationIds.has(site);
  const [district, location] = await Promise.all([
    readDistrict(db),
    isSite ? readLocation(db, site) : undefined,
  ]);
  const isTold = location?.confidentiality === 'public';
  return exportFileName({
    place: isTold ? location.name : district?.name,
    isPart: isFiltered(filter),
    day: localDay(at, district?.timezone ?? 'UTC'),
    format,
  });
}
