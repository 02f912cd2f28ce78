import type { HsdsObject } from './hsds-object.ts';

/** What HSDS says of a page, before its contents. */
export interface PageHead {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
}

export interface Page extends PageHead {
  contents: readonly HsdsObject[];
}

export function pageHead(total: number, page: number, perPage: number, size: number): PageHead {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size,
    first_page: page === 1,
    last_page: page >= pages,
    empty: size === 0,
  };
}

/** One page of what is in memory anyway. */
export function pageOf(items: readonly HsdsObject[], page: number, perPage: number): Page {
  const contents = items.slice((page - 1) * perPage, page * perPage);
  return { ...pageHead(items.length, page, perPage, contents.length), contents };
}
