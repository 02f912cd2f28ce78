import { z } from 'zod';

/** What is imported, under which source's name, from which file. */
export const ImportParams = z.object({
  kind: z.enum(['hsds', 'schools', 'students']),
  /** Ids are unique within a source: the same source again means the same records again. */
  source: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u, 'letters, digits, spaces, dots, hyphens'),
  filename: z.string().trim().min(1).max(200),
});
export type ImportParams = z.infer<typeof ImportParams>;
