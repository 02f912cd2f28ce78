import { z } from 'zod';
import { canonicalJson } from '../audit/encode-entry.ts';

const count = z.int().min(0);

/** What an import does, or would do, to the records of one table. */
export const TablePreview = z.object({
  added: count,
  changed: count,
  unchanged: count,
  /** Records that this source gave before and that the file no longer has. */
  missing: count,
});
export type TablePreview = z.infer<typeof TablePreview>;

/** `from` and `to` only where the value can be read as a line: hours and other nested values are named, not shown. */
const FieldDifference = z.object({
  field: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type FieldDifference = z.infer<typeof FieldDifference>;

export const ChangeSample = z.object({
  table: z.string(),
  change: z.enum(['added', 'changed', 'missing']),
  id: z.string(),
  name: z.string().optional(),
  fields: z.array(FieldDifference).optional(),
});
export type ChangeSample = z.infer<typeof ChangeSample>;

/** What an import would do, without having done it. */
export const ImportPreview = z.object({
  tables: z.record(z.string(), TablePreview),
  /** Some of the records, at most MOST_SAMPLES of a table and a kind of change. */
  samples: z.array(ChangeSample),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const MOST_SAMPLES = 20;

/** Long texts are told by their beginning: a preview is read, not stored. */
const MOST_CHARACTERS = 160;

/** Fields that are kept beside what a record says. */
const KEEPING = new Set([
  'id',
  '_id',
  'contentHash',
  'changedAt',
  'saidAt',
  'fieldTimes',
  'corrected',
  'source',
  'metadata',
  'goneSince',
  'goneIn',
]);

/** The fields in which two versions of a record differ, in the order of their names. */
export function differences(before: object, after: object): FieldDifference[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !KEEPING.has(field) && canonicalJson(old[field]) !== canonicalJson(now[field]))
    .sort()
    .map((field) => ({ field, ...line('from', old[field]), ...line('to', now[field]) }));
}

function line<K extends 'from' | 'to'>(key: K, value: unknown): { [P in K]?: string } {
  const told = asLine(value);
  if (told === undefined || told === '') return {};
  const cut = told.length > MOST_CHARACTERS ? `${told.slice(0, MOST_CHARACTERS)}…` : told;
  return { [key]: cut } as { [P in K]?: string };
}

function asLine(value: unknown): string | undefined {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  return undefined;
}
