import { z } from 'zod';

/** A code of an app or a recovery code, as it was typed. */
export const TypedCode = z.string().trim().min(1).max(40);
