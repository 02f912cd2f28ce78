import { z } from 'zod';

/** Where a record came from: the source's name and the id it has there. Ours is derived from both. */
export const SourceRef = z.object({ system: z.string().min(1).max(100), id: z.string().min(1).max(500) });
export type SourceRef = z.infer<typeof SourceRef>;
