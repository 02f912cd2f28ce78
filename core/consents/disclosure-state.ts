import type { ConsentFacts } from './consent.ts';
import { type ConsentState, consentState, consentsFor, openRecords, type Passing } from './covers.ts';
import type { RecordCategory } from './record-category.ts';

/** Something that was handed over, or waits to be. */
export interface Disclosed extends Omit<Passing, 'at'> {
  /** The consents under which it was asked for and handed over; one that is given later opens nothing of it. */
  consentIds: readonly string[];
}

export interface DisclosureState {
  /** What the recipient may read today; empty when it is closed. */
  open: RecordCategory[];
  closed: RecordCategory[];
  /** The last day on which all of what is open is so. */
  until?: string;
  /** Why records are closed, and the day since when, of the consent that ended last. */
  ended?: { why: Exclude<ConsentState, 'live'> | 'no-longer-recipient'; on?: string };
}

/** What of a disclosure is open on a day: asked anew at each reading, never stored. */
export function disclosureState(
  consents: readonly ConsentFacts[],
  disclosed: Disclosed,
  day: string,
): DisclosureState {
  const mine = consents.filter(({ id }) => disclosed.consentIds.includes(id));
  const open = openRecords(mine, { ...disclosed, at: day });
  const closed = disclosed.records.filter((record) => !open.includes(record));
  const until = untilOf(mine, { ...disclosed, at: day }, open);
  const seen = { open, closed, ...(until !== undefined && { until }) };
  if (closed.length === 0) return seen;
  const ends = mine
    .filter(({ records }) => records.some((record) => closed.includes(record)))
    .map((consent) => endOf(consent, disclosed, day))
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  return { ...seen, ended: ends[0] ?? { why: 'no-longer-recipient' } };
}

function untilOf(
  mine: readonly ConsentFacts[],
  passing: Passing,
  open: readonly RecordCategory[],
): string | undefined {
  const lastDays = open.map((record) =>
    consentsFor(mine, { ...passing, records: [record] })
      .map(({ expiresAt }) => expiresAt)
      .reduce((later, day) => (day > later ? day : later)),
  );
  return lastDays.sort()[0];
}

function endOf(
  consent: ConsentFacts,
  { student }: Disclosed,
  day: string,
): NonNullable<DisclosureState['ended']> {
  const why = consentState(consent, student, day);
  if (why === 'withdrawn' && consent.withdrawnAt) return { why, on: consent.withdrawnAt.slice(0, 10) };
  if (why === 'expired') return { why, on: consent.expiresAt };
  return why === 'live' ? { why: 'no-longer-recipient' } : { why };
}
