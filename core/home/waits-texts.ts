import type { WaitingKind } from './waiting.ts';

/** `{n}` is how many. */
export type WaitsTexts = Record<`waits.${WaitingKind}`, { one: string; other: string }>;
