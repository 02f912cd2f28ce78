import { csvRow } from '../csv/csv-row.ts';
import type { RetentionReport } from './retention-report.ts';

const COLUMNS = ['started', 'finished', 'kind', 'days', 'deleted', 'oldest'];

/** Reports as CSV (RFC 4180), a row for each kind, those of which nothing was deleted too. What is not known is empty. */
export function retentionCsv(reports: readonly RetentionReport[]): string {
  const rows = reports.flatMap(({ startedAt, finishedAt, items }) =>
    items.map(({ kind, days, deleted, oldest }) => [startedAt, finishedAt, kind, days, deleted, oldest]),
  );
  return [COLUMNS, ...rows].map((row) => csvRow(row)).join('');
}
