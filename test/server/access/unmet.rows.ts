import type { AccessRow } from './row.ts';

export const unmetRows: readonly AccessRow[] = [{ route: 'GET /unmet', opens: 'signed-in' }];
