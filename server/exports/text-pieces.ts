import { type ExportFormat, filterLine, type SaidFilter } from '../../core/exports/export-format.ts';
import { FLAT_HEADER, flatLine } from '../../core/exports/flat-csv.ts';
import { flatRows } from '../../core/exports/flat-row.ts';
import { geoFeature } from '../../core/exports/geo-feature.ts';
import { fieldPieces, listPieces } from '../../core/exports/json-pieces.ts';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { HSDS_PROFILE } from '../../core/hsds/profile.ts';
import type { DirectoryLists } from './directory-lists.ts';

export type TextFormat = Exclude<ExportFormat, 'hsds.zip'>;

/** The file's text, piece by piece. Nothing in it tells when it was made: the same directory gives the same bytes. */
export function textPieces(format: TextFormat, lists: DirectoryLists, filter: SaidFilter) {
  return PIECES[format](lists, filter);
}

const PIECES: Readonly<
  Record<TextFormat, (lists: DirectoryLists, filter: SaidFilter) => AsyncGenerator<string>>
> = { csv, geojson, 'hsds.json': hsdsJson, 'hsds.ndjson': hsdsLines };

const LISTS = ['organizations', 'services', 'locations'] as const;

/** What an HSDS file says of itself. */
function head(filter: SaidFilter) {
  return { standard: HSDS_PROFILE.base, profile: HSDS_PROFILE.name, filter };
}

async function* hsdsJson(lists: DirectoryLists, filter: SaidFilter): AsyncGenerator<string> {
  yield `{${fieldPieces(head(filter))}`;
  for (const list of LISTS) {
    yield ',\n';
    yield* listPieces(list, lists[list]);
  }
  yield '}\n';
}

/** What each line is stands in `record_type`, since a line has nothing around it that could say it. */
async function* hsdsLines(lists: DirectoryLists, filter: SaidFilter): AsyncGenerator<string> {
  const line = (type: string, record: object) => `${JSON.stringify({ record_type: type, ...record })}\n`;
  yield line('export', head(filter));
  for (const list of LISTS) for await (const record of lists[list]) yield line(list.slice(0, -1), record);
}

async function* csv({ services }: DirectoryLists, filter: SaidFilter): AsyncGenerator<string> {
  yield FLAT_HEADER;
  const said = filterLine(filter);
  for await (const row of rows(services)) yield flatLine(row, said);
}

async function* geojson({ services }: DirectoryLists, filter: SaidFilter): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection",${fieldPieces({ filter })},`;
  yield* listPieces('features', features(services));
  yield '}\n';
}

async function* features(services: AsyncIterable<HsdsObject>) {
  for await (const row of rows(services)) yield geoFeature(row);
}

async function* rows(services: AsyncIterable<HsdsObject>) {
  for await (const service of services) yield* flatRows(service);
}
