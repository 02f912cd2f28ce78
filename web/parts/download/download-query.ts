import type { QueryValues } from '../../api/request.ts';
import {
  emptyQuery,
  type FindQuery,
  filterOf,
  formatFindQuery,
  parseFindQuery,
} from '../../views/find/find-query.ts';

/** What is to be downloaded: what Find finds, what is at a site, or everything. */
export interface DownloadQuery {
  find: FindQuery;
  /** A location's id. */
  site: string | null;
}

/** Read from an address of Find, or with `location` of a site. */
export function parseDownloadQuery(params: URLSearchParams): DownloadQuery {
  return { find: parseFindQuery(params), site: params.get('location') || null };
}

export function formatDownloadQuery({ find, site }: DownloadQuery): URLSearchParams {
  const params = formatFindQuery(find);
  if (site !== null) params.set('location', site);
  return params;
}

export const downloadShape = { parse: parseDownloadQuery, format: formatDownloadQuery };

/** What the server is asked for; without anything in it, for everything. */
export function asked({ find, site }: DownloadQuery): QueryValues {
  return { ...filterOf(find), location: site };
}

/** The search alone, without page, choice and view. */
export function searchOf({ find }: DownloadQuery): string {
  const { page, place, view } = emptyQuery;
  return formatFindQuery({ ...find, page, place, view }).toString();
}
