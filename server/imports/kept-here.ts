import { isDeepStrictEqual } from 'node:util';
import { strictest } from '../../core/directory/confidential.ts';
import type { Confidentiality } from '../../core/directory/service.ts';

/** Parts of a stored record of which an import's word is not the last. */
export interface KeptParts {
  capacities?: { updated?: string }[];
  confidentiality?: Confidentiality;
  schedules?: unknown;
  toldHours?: { source: unknown };
}

/** What of a stored record stays, whatever a file says. */
export function keptHere(record: object, stored: KeptParts | undefined): KeptParts {
  return { ...laterCapacities(record, stored), ...keptSecret(record, stored), ...keptHours(record, stored) };
}

/**
 * Free places that a partner has told since are newer than what a file repeats: they stay where the file brings none
 * that are later.
 */
function laterCapacities(record: object, stored: KeptParts | undefined): KeptParts {
  const kept = stored?.capacities ?? [];
  const incoming = ('capacities' in record ? record.capacities : []) as { updated?: string }[];
  return kept.length > 0 && latest(kept) > latest(incoming) ? { capacities: kept } : {};
}

/** An import makes nothing less confidential than it is: what a file forgets to say must not open a shelter. */
function keptSecret(record: object, stored: KeptParts | undefined): KeptParts {
  if (stored?.confidentiality === undefined || !('confidentiality' in record)) return {};
  const said = record.confidentiality as Confidentiality;
  return { confidentiality: strictest(said, stored.confidentiality) };
}

/** Hours that were told here stay for as long as the file says what it said then; other ones are newer. */
function keptHours(record: object, { schedules, toldHours }: KeptParts = {}): KeptParts {
  if (toldHours === undefined || !('schedules' in record)) return {};
  return isDeepStrictEqual(plainJson(record.schedules), plainJson(toldHours.source))
    ? { schedules, toldHours }
    : {};
}

/** As it comes back from the database: without what is undefined. */
function plainJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function latest(capacities: readonly { updated?: string }[]): number {
  return Math.max(0, ...capacities.map(({ updated }) => (updated ? Date.parse(updated) || 0 : 0)));
}
