import { REMIND_DAYS } from '../../core/assessments/action.ts';
import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide } from '../../core/policy/decide.ts';
import { dayNumber, isoDate } from '../../core/schedule/calendar-day.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { actionsDue } from './action-store.ts';
import { listPlaces, placeResource } from './places.ts';

/** Actions that are due within days or overdue, at places that the account rates (`oldest`: the first day). Two queries. */
export async function waitingAssessments(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const until = isoDate(dayNumber(utcDay(clock())) + REMIND_DAYS);
  const [places, due] = await Promise.all([listPlaces(db), actionsDue(db, until)]);
  const open = new Set(
    places
      .filter((place) => decide(account, 'assessments.rate', placeResource(place)).allowed)
      .map(({ id }) => id),
  );
  const own = due.filter(({ placeId }) => open.has(placeId));
  const [first] = own;
  if (!first) return [];
  // The page of the first one shows all of its place and year; several places begin at the table.
  const isOnePage = own.every(({ placeId, year }) => placeId === first.placeId && year === first.year);
  const address = isOnePage ? `/assessments/${first.placeId}?year=${first.year}#actions` : '/assessments';
  return waitingItem('assessment-actions', own.length, address, first.dueOn);
}
