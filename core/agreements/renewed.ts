import { dayNumber, isoDate } from '../schedule/calendar-day.ts';
import type { Agreement, AgreementFacts } from './agreement.ts';
import { lastDayOf } from './agreement-status.ts';

/**
 * What a renewal begins with: the same, from the day after the last one on and for as long. Days by which something
 * was promised move along; what was delivered stays with the old one.
 */
export function renewed(agreement: Agreement): AgreementFacts {
  const { title, schoolIds, startsOn, endsOn, promises, demands, contacts, note } = agreement;
  const moved = dayNumber(lastDayOf(agreement)) + 1 - dayNumber(startsOn);
  const move = (day: string) => isoDate(dayNumber(day) + moved);
  return {
    title,
    schoolIds,
    startsOn: move(startsOn),
    endsOn: move(endsOn),
    promises: promises.map(({ by, ...promise }) => ({ ...promise, ...(by && { by: move(by) }) })),
    demands,
    contacts,
    note,
  };
}
