import { saysNothing } from '../clean-text.ts';
import { normalizeHeader } from '../map-headers.ts';
import { parseBoolean } from '../parse-boolean.ts';

/** One row of a table of services, by field of ours; what says nothing is empty. */
export interface FlatRow {
  cell(field: string): string;
  /** The same without what holds for every row. */
  own(field: string): string;
  /** Whether the cell says yes. "Yes, please call" does, too. */
  says(field: string): boolean;
  /** The fields under which something stands that begin so: "term:food". */
  fieldsFrom(prefix: string): string[];
}

/** Words that tables of statistics write where nothing stands, which are no words of a sentence either. */
const NOTHING = /^(?:na|<null>|none given|-|--)$/i;

/** `everyRow` is what people say of all rows; it holds where a row says nothing itself. */
export function flatRow(
  fields: Readonly<Record<string, string>>,
  everyRow: Readonly<Record<string, string>> = {},
): FlatRow {
  const own = (field: string): string => {
    const text = (fields[field] ?? '').trim();
    return saysNothing(text) || NOTHING.test(text) ? '' : text;
  };
  const cell = (field: string): string => own(field) || (everyRow[field] ?? '').trim();
  return {
    cell,
    own,
    says: (field) => parseBoolean(normalizeHeader(cell(field)).split('_')[0]!) === true,
    fieldsFrom: (prefix) => Object.keys(fields).filter((field) => field.startsWith(prefix) && cell(field)),
  };
}
