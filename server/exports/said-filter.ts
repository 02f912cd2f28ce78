import type { SaidFilter } from '../../core/exports/export-format.ts';
import type { FindQuery } from '../directory/find-query.ts';

/** What was asked for, as an address asks it; without what changes nothing in a file (pages, order). */
export function saidFilter(query: FindQuery): SaidFilter {
  const { page: _page, perPage: _perPage, sort: _sort, mode, minutes, ...rest } = query;
  const asked = { ...rest, ...(minutes !== undefined && { mode, minutes }) };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(said.map(([name, value]) => [name, value === true ? '1' : String(value)]));
}
