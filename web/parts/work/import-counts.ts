import { workEn } from '../../text/work-en.ts';
import type { ImportCounts, ImportResult } from './job-params.ts';
import type { Say, SayText } from './say.ts';

const OUTCOMES = ['added', 'changed', 'unchanged', 'refused'] as const;

/** Rows that were read and became part of other records, such as the phones of a service. */
export function countsParts(count: ImportCounts): boolean {
  return count.read > 0 && OUTCOMES.every((outcome) => count[outcome] === 0);
}

/** "26 records: 26 new. 12 findings to look at." */
export function importSummary({ counts, findings }: ImportResult, t: SayText, say: Say): string {
  const sums = OUTCOMES.map((outcome) => ({
    outcome,
    n: Object.values(counts).reduce((sum, count) => sum + count[outcome], 0),
  })).filter(({ n }) => n > 0);
  const records = sums.reduce((sum, { n }) => sum + n, 0);
  const parts = say.list(sums.map(({ outcome, n }) => t(`imports.sum.${outcome}`, { n })));
  return [
    records > 0 ? t('imports.sum', { n: records, parts }) : t('imports.sum.none'),
    findings > 0 ? t('imports.sum.findings', { n: findings }) : t('imports.sum.noFindings'),
  ].join(' ');
}

/** A table as people call it; one that is not known by its own name. */
export function tableName(table: string, t: SayText): string {
  const key = `imports.table.${table as 'services'}` as const;
  return key in workEn ? t(key) : table;
}
