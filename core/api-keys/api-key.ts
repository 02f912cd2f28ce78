import { z } from 'zod';
import { KEY_SCOPES } from '../policy/key-scopes.ts';
import { KEY_DAYS } from './key-days.ts';

/** What is said when a key is made. */
export const NewApiKey = z.strictObject({
  /** Which program it is for. */
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(KEY_SCOPES))
    .min(1)
    .max(KEY_SCOPES.length)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'each once'),
  days: z.literal(KEY_DAYS),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** A key as administrators see it: never the key itself. */
export const ApiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  /** Its first letters, by which one is told from another. */
  start: z.string(),
  /** Who made it. */
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** "YYYY-MM-DD"; absent: never. */
  lastUsedOn: z.iso.date().optional(),
  revokedAt: z.iso.datetime().optional(),
  state: z.enum(['works', 'expired', 'revoked']),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;

/** A new key, shown this once. */
export const MadeApiKey = z.object({ key: z.string(), made: ApiKeyView });
export type MadeApiKey = z.infer<typeof MadeApiKey>;

/** Until when and whether at all; the end of its time counts before anybody looks. */
export function keyState(
  { expiresAt, revokedAt }: Pick<ApiKeyView, 'expiresAt' | 'revokedAt'>,
  now: Date,
): ApiKeyView['state'] {
  if (revokedAt !== undefined) return 'revoked';
  return now.toISOString() >= expiresAt ? 'expired' : 'works';
}
