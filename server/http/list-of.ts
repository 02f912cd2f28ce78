import { z } from 'zod';

/** What a list answers. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int().min(0) });
}

/** What a list answers that is read page by page, from 1. */
export function pagedListOf<T extends z.ZodType>(item: T) {
  return listOf(item).extend({ page: z.int().min(1), perPage: z.int().min(1) });
}
