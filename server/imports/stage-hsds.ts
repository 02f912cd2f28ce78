import { createHash } from 'node:crypto';
import type { BoundingBox } from '../../core/geo/point.ts';
import { findingOf, type Note, type RowNote, type RowPlace } from '../../core/imports/finding.ts';
import { tableRule } from '../../core/imports/hsds-tables.ts';
import { pairId, pairKey } from '../../core/imports/pair-id.ts';
import { keyOf } from '../../core/imports/parent-keys.ts';
import type { PlacedSource, SourceReader } from '../../core/imports/placed-source.ts';
import type { StagedLocation } from '../../core/imports/read-location.ts';
import { readRow, type StagedRow } from '../../core/imports/read-row.ts';
import type { FindingSink } from './finding-store.ts';
import type { Counter } from './import-result.ts';
import type { Input, InputFile } from './input-file.ts';
import type { InputLimits } from './input-limits.ts';
import { readRecords } from './read-records.ts';
import type { StagedDocument, Staging } from './staging.ts';
import { createSourceReader } from './to-source-rows.ts';

const BATCH = 1000;

export interface StageRun {
  staging: Staging;
  findings: FindingSink;
  counter: Counter;
  limits: InputLimits;
  bounds?: BoundingBox | undefined;
  /** Reads a file of other names than HSDS's. */
  readerOf?: ((file: string) => SourceReader) | undefined;
  /** The files are ours: their texts stay as they are. */
  keepIds?: boolean | undefined;
  /** Called after every batch with the rows so far; it throws where the import is to stop. */
  step(rows: number): Promise<void>;
}

/** Reads every file once, row by row, and lays the rows aside. Gives the number of the last row. */
export async function stageHsds(input: Input, options: StageRun): Promise<number> {
  const run = { ...options, seen: new Set<string>() };
  let n = 0;
  let known = 0;
  for (const file of input.files) {
    const before = n;
    n = await stageFile(file, n, run);
    if (n > before) known += 1;
  }
  return known > 0 ? n : 0;
}

async function stageFile(file: InputFile, start: number, run: Remembering): Promise<number> {
  const reader = (run.readerOf ?? createSourceReader)(file.name);
  let n = start;
  let waiting: StagedDocument[] = [];
  const notes: [RowNote, RowPlace][] = [];
  const tell =
    (place: RowPlace): Note =>
    (note) =>
      notes.push([note, place]);
  let writing: Promise<void> = Promise.resolve();
  // One batch is on its way while the next is read; never more.
  const flush = async (): Promise<void> => {
    for (const [note, place] of notes.splice(0)) await run.findings.add(findingOf(note, place));
    const batch = waiting;
    waiting = [];
    await writing;
    writing = run.staging.add(batch);
    // Whoever awaits it next hears of a failure.
    writing.catch(() => undefined);
    await run.step(n);
  };
  for await (const record of readRecords(file, run.limits.fileBytes)) {
    for (const placed of reader.take(record, tell)) {
      for (const document of toDocuments(placed, tell, run)) {
        n += 1;
        waiting.push({ ...document, n });
      }
    }
    if (waiting.length >= BATCH || notes.length >= BATCH) await flush();
  }
  await flush();
  await writing;
  return n;
}

type Unnumbered = Omit<StagedDocument, 'n'>;

function toDocuments(
  { source, place, names }: PlacedSource,
  tell: (place: RowPlace) => Note,
  run: Remembering,
): Unnumbered[] {
  const { counter, bounds, keepIds } = run;
  const table = tableRule(source.table).names[0]!;
  counter.read(table);
  if (isRepeat(source, run)) return [];
  const note = isToldAlready(source, run) ? () => undefined : named(tell(place), names);
  const row = readRow(source, note, { bounds, file: place.file, exact: keepIds });
  if (!row) {
    counter.refused(table);
    return voidDocument(source, place);
  }
  const ref = source.fields.language_recordid;
  const document = toDocument(row, place, source.embedded);
  return ref
    ? [document, { ...document, table: 'language_record', key: keyOf('language_record', ref), parents: [] }]
    : [document];
}

/** Findings in the names that people know from their file. */
function named(note: Note, names: PlacedSource['names']): Note {
  if (!names) return note;
  return (rowNote) =>
    note({ ...rowNote, ...(rowNote.field && { field: names[rowNote.field] ?? rowNote.field }) });
}

interface Remembering extends StageRun {
  seen: Set<string>;
}

/** Copies that are remembered at once; a forgotten one costs only room. */
const REMEMBERED = 20_000;

/**
 * Nested JSON repeats an organization with each of its services, and a term with each that carries it. The same again
 * need not wait twice.
 */
function isRepeat(
  { table, fields, extra, embedded }: PlacedSource['source'],
  { seen }: Remembering,
): boolean {
  return embedded && !isNew(seen, [table, fields, extra]);
}

/** The hours of a place stand in a service, in its link and in the place: what is wrong with them is said once. */
function isToldAlready(
  { table, fields, extra, embedded }: PlacedSource['source'],
  { seen }: Remembering,
): boolean {
  if (!embedded) return false;
  const own = Object.entries(fields).filter(([name]) => name === 'id' || !name.endsWith('_id'));
  return !isNew(seen, ['told', table, own, extra]);
}

function isNew(seen: Set<string>, content: unknown): boolean {
  const print = createHash('sha1').update(JSON.stringify(content)).digest('base64');
  if (seen.has(print)) return false;
  if (seen.size >= REMEMBERED) seen.clear();
  seen.add(print);
  return true;
}

/** A row of which nothing can be used is remembered by its id: who points at it is not wrong about its being there. */
function voidDocument({ table, fields, embedded }: PlacedSource['source'], place: RowPlace): Unnumbered[] {
  const id = fields.id?.trim();
  if (!id || !['phone', 'contact', 'schedule'].includes(table)) return [];
  const row = {
    table,
    id,
    parents: [],
    links: {},
    value: null,
    attributes: [],
    place: { file: place.file, line: place.line },
    embedded,
  };
  return [{ table: 'void', key: keyOf(`void:${table}`, id), parents: [], row }];
}

function toDocument(row: StagedRow, place: RowPlace, embedded: boolean): Unnumbered {
  const id = row.id ?? implicitId(row);
  const placed = { ...row, ...(id === undefined ? {} : { id }), place, embedded };
  const point = row.table === 'location' ? (row.value as StagedLocation).point : undefined;
  return {
    table: row.table,
    ...(id === undefined ? {} : { key: keyOf(row.table, id) }),
    parents: foundUnder(row),
    ...(point ? { pointKey: point.coordinates.map((degrees) => degrees.toFixed(6)).join(',') } : {}),
    row: placed,
  };
}

/** A link of a service and a place needs no id; a taxonomy link goes by its term. */
function implicitId(row: StagedRow): string | undefined {
  if (row.table === 'service_at_location')
    return pairId(row.links.service?.[0] ?? '', row.links.location?.[0] ?? '');
  if (row.table === 'taxonomy_term_type') return (row.value as { beside?: string }).beside;
  return undefined;
}

/**
 * Hours that name a service and a place are those of the service at that place; they are found under the pair, and
 * under the service in case there is no such pair. A service is also found under what it points at.
 */
function foundUnder(row: StagedRow): string[] {
  const keys = row.parents.map(({ key }) => key);
  if (row.table === 'service') {
    return (['phone', 'contact', 'schedule'] as const).flatMap((table) =>
      (row.links[table] ?? []).map((id) => `linked:${keyOf(table, id)}`),
    );
  }
  const [services, locations] = [row.links.service ?? [], row.links.location ?? []];
  const isAtPlace = keys.some((key) => key.startsWith('service_at_location:'));
  const isOfTimes = row.table === 'schedule' || row.table === 'holiday_schedule';
  if (!isOfTimes || services.length === 0 || locations.length === 0) return keys;
  const own = keys.filter((key) => !key.startsWith('location:'));
  // With a link of its own the hours go there and nowhere else.
  if (isAtPlace) return own.filter((key) => key.startsWith('service_at_location:'));
  return [
    ...own,
    ...services.flatMap((service) => locations.map((location) => pairKey(service, location))),
  ].slice(0, 500);
}
