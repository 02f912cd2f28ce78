import type { RowNote } from './finding.ts';

/** One record of a file, before anybody knows what it is about. */
export type InputRecord =
  | { kind: 'header'; cells: string[]; line: number }
  | { kind: 'row'; cells: string[]; line: number; notes: RowNote[] }
  | { kind: 'json'; list: string; value: unknown; line: number; notes: RowNote[] }
  | { kind: 'note'; line: number; note: RowNote };
