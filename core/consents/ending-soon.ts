import { dayNumber, isoDate } from '../schedule/calendar-day.ts';
import type { ConsentFacts } from './consent.ts';

/** Time to ask a family and to get a paper back. */
const SOON_DAYS = 30;

/** Consents that end within the next days, and that no other goes on from. The first to end stands first. */
export function endingSoon<C extends ConsentFacts>(consents: readonly C[], today: string): C[] {
  const until = isoDate(dayNumber(today) + SOON_DAYS);
  const running = consents.filter(
    ({ withdrawnAt, signedAt, expiresAt }) =>
      withdrawnAt === undefined && signedAt <= today && today <= expiresAt,
  );
  return running
    .filter((one) => one.expiresAt <= until && !running.some((other) => goesOn(other, one)))
    .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : a.expiresAt > b.expiresAt ? 1 : 0));
}

/** Whether another lets all of it pass for longer. */
function goesOn(other: ConsentFacts, one: ConsentFacts): boolean {
  return (
    other.studentId === one.studentId &&
    other.purpose === one.purpose &&
    other.expiresAt > one.expiresAt &&
    isSame(other.recipient, one.recipient) &&
    one.records.every((record) => other.records.includes(record))
  );
}

function isSame(other: ConsentFacts['recipient'], one: ConsentFacts['recipient']): boolean {
  if (other.kind === 'organization') return one.kind === 'organization' && other.id === one.id;
  return one.kind === 'class' && one.terms.every((term) => other.terms.includes(term));
}

/** Whether nothing can pass under it any more, whoever holds the rights. */
export function isOver(
  { withdrawnAt, expiresAt }: Pick<ConsentFacts, 'withdrawnAt' | 'expiresAt'>,
  today: string,
) {
  return withdrawnAt !== undefined || expiresAt < today;
}
