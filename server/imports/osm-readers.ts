import { osmKinds } from '../../core/imports/openstreetmap/osm-kinds.ts';
import { createOsmReader } from '../../core/imports/openstreetmap/osm-reader.ts';
import type { SourceReader } from '../../core/imports/placed-source.ts';
import type { Crosswalk } from '../../core/taxonomy/crosswalk.ts';
import { InputRefused } from './input-refused.ts';
import { REMARK } from './read-json.ts';

/** Readers for files of OpenStreetMap. */
export function osmReaders(crosswalks: readonly Crosswalk[]): (file: string) => SourceReader {
  const kinds = osmKinds(crosswalks);
  return (file) => {
    const reader = createOsmReader(kinds, file);
    return {
      take(record, tell) {
        if (record.kind === 'json' && record.list === REMARK) throw brokenOff(record.value);
        return reader.take(record, tell);
      },
    };
  };
}

/** Overpass answers with what it had when its time was up: half a town looks like a town that lost the other half. */
function brokenOff(remark: unknown): InputRefused {
  const words = String(remark).slice(0, 200);
  return new InputRefused(
    'broken-file',
    `Overpass broke off before it was done, so this is only a part: ${words} Ask for a smaller area, or for more time ([timeout:180]).`,
  );
}
