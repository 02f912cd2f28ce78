import type { InputRecord } from '../../../core/imports/input-record.ts';
import { readCsv } from '../../../core/imports/read-csv.ts';
import { readNdjson } from '../../../core/imports/read-ndjson.ts';
import { sniffKind } from '../../../core/imports/sniff-kind.ts';

/** So many rows tell what a column holds; the server reads all of them. */
const SAMPLE_ROWS = 1000;
const SAMPLE_BYTES = 4 * 1024 ** 2;
/** JSON cannot be read from its beginning alone; a larger file is mapped by the names of its columns. */
const MOST_JSON = 30 * 1024 ** 2;

export interface FileSample {
  records: InputRecord[];
}

/** The first rows of a file, read in the page; undefined for what is no table that a page can read. */
export async function readSample(file: File): Promise<FileSample | undefined> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const kind = sniffKind(head);
  if (kind === 'json') return file.size > MOST_JSON ? undefined : jsonSample(await file.text());
  if (kind !== 'csv' && kind !== 'ndjson') return undefined;
  const bytes = piecesOf(file.slice(0, SAMPLE_BYTES));
  const records: InputRecord[] = [];
  for await (const record of kind === 'csv' ? readCsv(bytes) : readNdjson(bytes)) {
    if (records.length > SAMPLE_ROWS) return { records };
    records.push(record);
  }
  // The last row of a cut file may be half.
  return { records: file.size > SAMPLE_BYTES ? records.slice(0, -1) : records };
}

async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(await blob.arrayBuffer());
}

function jsonSample(text: string): FileSample | undefined {
  const items = listOf(parsed(text));
  if (!items) return undefined;
  const records = items
    .slice(0, SAMPLE_ROWS)
    .map((value, at): InputRecord => ({ kind: 'json', list: '', value, line: at + 1, notes: [] }));
  return { records };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** A list, or the one list of records that an envelope holds: `{features: []}`, `{data: []}`. */
function listOf(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json;
  if (typeof json !== 'object' || json === null) return undefined;
  return Object.values(json).find(
    (value) => Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null),
  );
}
