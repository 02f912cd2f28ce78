import { parseOpeningHours } from './opening-hours.ts';
import { type OsmRow, osmRow } from './osm-row.ts';
import type { TagReader } from './osm-tags.ts';

/** Opening hours as schedules where they can be told for certain; otherwise their words. */
export function osmHours(tag: TagReader, id: string): OsmRow[] {
  const text = tag.first('opening_hours', 'service_times');
  if (!text) return [];
  const names = { description: 'opening_hours' };
  const read = parseOpeningHours(text);
  if (!read) return [osmRow('schedule', { id: `${id}/hours`, service_id: id, description: text }, names)];
  return read.times.map(({ byday, span: { opensAt, closesAt } }, at) =>
    osmRow('schedule', {
      id: `${id}/hours/${at + 1}`,
      service_id: id,
      byday,
      opens_at: opensAt,
      closes_at: closesAt,
      notes: read.holidays ?? '',
    }),
  );
}
