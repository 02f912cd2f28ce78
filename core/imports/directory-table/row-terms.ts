import type { FlatRow } from './flat-row.ts';
import { type CellTerm, splitTerms, termId } from './split-terms.ts';
import { type TablePart, tablePart } from './table-part.ts';

/** What the columns that stand for one of our own terms begin with: "term:food-pantry". */
export const TERM_COLUMN = 'term:';

/** The categories of a row, each as a term, and their ids for the service. */
export function rowTerms(row: FlatRow, ofEveryRow: string): { ids: string; parts: TablePart[] } {
  const said = splitTerms(row.cell('terms'), row.cell('term_codes'));
  const ours = [
    ...ofEveryRow.split(';').map((id) => id.trim()),
    ...row
      .fieldsFrom(TERM_COLUMN)
      .filter((field) => row.says(field))
      .map((field) => field.slice(TERM_COLUMN.length)),
  ].filter(Boolean);
  const terms = new Map<string, CellTerm>(said.map((term) => [term.id, term]));
  for (const name of ours) if (!terms.has(termId(name))) terms.set(termId(name), { id: termId(name), name });
  const parts = [...terms.values()].map(({ id, name, code }) =>
    tablePart('taxonomy_term', row, {}, { id, name, ...(code && { code, taxonomy: 'AIRS' }) }),
  );
  return { ids: [...terms.keys()].join(','), parts };
}
