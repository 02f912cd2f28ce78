import { csvRow } from '../csv/csv-row.ts';
import { mendPath } from './mend-path.ts';
import type { QualityRule } from './quality-rule.ts';
import type { QualityRow } from './quality-view.ts';

export const QUALITY_HEADER = csvRow(['rule', 'kind', 'id', 'name', 'source', 'found', 'page']);

/** One record as a line of the file; `page` is where it is put right. */
export function qualityLine(rule: QualityRule, row: QualityRow): string {
  const { kind, id, name, source, found } = row;
  return csvRow([rule.name, kind, id, name, source, found, mendPath(rule, row)]);
}
