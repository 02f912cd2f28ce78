import { z } from 'zod';

/** Something that an answer only points to: by its id, and by its name for people. */
export const Named = z.object({ id: z.string(), name: z.string() });
