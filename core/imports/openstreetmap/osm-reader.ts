import type { Note, RowNote, RowPlace } from '../finding.ts';
import type { InputRecord } from '../input-record.ts';
import type { PlacedSource, SourceReader } from '../placed-source.ts';
import { MAXIMUM_RAW } from '../raw-row.ts';
import { readOsmElement } from './osm-element.ts';
import { kindOf, type OsmKinds } from './osm-kinds.ts';
import { osmRow } from './osm-row.ts';
import { osmRows } from './osm-rows.ts';

/** Kinds of things that a report names at most: a file of everything has thousands that nobody asks about. */
const MOST_KINDS = 200;

/**
 * Reads an answer of Overpass, or the same as GeoJSON, a thing at a time. Things of kinds that the mapping files do not
 * know are left out, and each kind is told once a file.
 */
export function createOsmReader(kinds: OsmKinds, file: string): SourceReader {
  const told = new Set<string>();
  const tellKind = (word: string, tell: Note): void => {
    if (told.has(word) || told.size >= MOST_KINDS) return;
    told.add(word);
    tell({ code: 'not-a-service', action: 'left-out', value: word });
  };
  const take = (record: InputRecord & { kind: 'json' }, tell: (place: RowPlace) => Note): PlacedSource[] => {
    const place = { file, line: record.line, raw: JSON.stringify(record.value)?.slice(0, MAXIMUM_RAW) };
    for (const note of record.notes) tell(place)(note);
    if (record.notes.some(({ action }) => action === 'refused')) return [];
    const element = readOsmElement(record.value);
    if (!element) {
      tell(place)({ code: 'bad-record', action: 'refused' });
      return [];
    }
    // Corners of ways come along without a word about them.
    if (element.tags.size === 0) return [];
    const kind = kindOf(element.tags, kinds);
    if (kind.is === 'unknown') tellKind(kind.word, tell({ file, line: record.line }));
    if (kind.is !== 'service') return [];
    const refused = leftOut(element.tags);
    if (refused) {
      tell({ file, line: record.line })({ action: 'refused', ...refused });
      return [];
    }
    const rows = osmRows(element, kind.codes);
    // Without a name nothing can be found again: said once, of the service.
    const isNamed = rows.some(({ source }) => source.table === 'service' && source.fields.name);
    return (isNamed ? rows : [osmRow('service', { id: `osm:${element.id}` })]).map((row) => ({
      ...row,
      place,
    }));
  };
  return {
    take(record, tell) {
      if (record.kind === 'json') return take(record, tell);
      if (record.kind === 'note') tell({ file, line: record.line })(record.note);
      if (record.kind === 'header')
        tell({ file, line: record.line })({ code: 'unknown-file', action: 'left-out' });
      return [];
    },
  };
}

/**
 * A pool behind a house, a library that was one, and where people hide from somebody: its number in OpenStreetMap alone
 * would tell where that is.
 */
function leftOut(tags: ReadonlyMap<string, string>): Pick<RowNote, 'code' | 'value'> | undefined {
  const access = tags.get('access') ?? '';
  if (/^(?:private|no)$/.test(access)) return { code: 'not-public', value: `access=${access}` };
  const forWhom = tags.get('social_facility:for') ?? '';
  if (/\b(?:abused|victims?|domestic_violence)\b/.test(forWhom))
    return { code: 'not-public', value: `social_facility:for=${forWhom}` };
  const over = ['disused', 'abandoned', 'demolished'].find((key) => tags.get(key) === 'yes');
  return over === undefined ? undefined : { code: 'not-a-service', value: `${over}=yes` };
}
