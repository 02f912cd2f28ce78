import type { Referral } from '../../core/referrals/referral.ts';
import { firstMailMoment } from '../../core/schedule/mail-calendar.ts';
import type { Deps } from '../deps.ts';
import { type DistrictCalendar, readCalendar } from '../district-rules/district-calendar.ts';
import { mailStore } from '../mail/mail-store.ts';
import { letterId, sendReferralMail } from '../referral-links/send-referral-mail.ts';
import { tellSchool } from '../referral-links/tell-school.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { whoHasLeft } from '../students/leave-roll.ts';
import { type DueLetters, dueLetters, noteLetters, unwritten } from './letters-store.ts';
import { withNext } from './next-letters.ts';

/** As many at once; what is left over comes a few minutes later. */
const MOST = 500;
/** Whoever sends a referral writes its letter at once: after this the letter must be lost. */
const LOST_MS = 2 * 60_000;

/**
 * Writes what is due: lost first letters, reminders, and to the school that nobody answers. Each is written down before
 * it is noted as done, under an id of its own: a process that dies in between neither loses nor doubles it.
 */
export async function remindPartners(deps: Deps): Promise<void> {
  if (deps.config.mail === null) return;
  const now = deps.clock();
  const lost = await unwritten(deps.db, new Date(now.getTime() - LOST_MS), MOST);
  for (const referral of await listReferrals(deps.db, { ids: lost })) await sendReferralMail(deps, referral);
  const due = await dueLetters(deps.db, now, MOST);
  const found = await listReferrals(deps.db, { ids: due.map(({ id }) => id) });
  const byId = new Map(found.map((referral) => [referral.id, referral]));
  const calendars = await calendarsOf(deps, found);
  const left = await whoHasLeft(
    deps.db,
    found.map(({ studentId }) => studentId),
  );
  for (const one of due) {
    const referral = byId.get(one.id);
    const calendar = referral && calendars.get(referral.districtId);
    if (referral && left.has(referral.studentId)) await endLetters(deps, one);
    else if (referral && calendar) await takeStep(deps, referral, one, calendar);
  }
}

/** Nobody is reminded of a student who has left. */
function endLetters({ db }: Deps, due: DueLetters): Promise<void> {
  const { nextAt: _, ...letters } = due.letters;
  return noteLetters(db, due, letters);
}

async function takeStep(
  deps: Deps,
  referral: Referral,
  due: DueLetters,
  calendar: DistrictCalendar,
): Promise<void> {
  const { letters } = due;
  const now = deps.clock();
  const first = firstMailMoment(now, calendar.zone, calendar.reminders);
  // The worker was away at the right moment, or the calendar has changed.
  if (first === undefined || first > now) {
    if (first) await noteLetters(deps.db, due, { ...letters, nextAt: first.toISOString() });
    return;
  }
  const done = letters.done + 1;
  const isReminder = done <= deps.rules.reminders.remindAfterDays.length;
  if (isReminder) await writeReminder(deps, referral, done);
  else await tellSchool(deps, 'referral-unanswered', referral, (letters.nextAt ?? '').slice(0, 10));
  const lastAt = now.toISOString();
  const next = withNext(calendar, { since: letters.since, done, lastAt });
  await noteLetters(deps.db, due, next, isReminder ? lastAt : undefined);
}

function writeReminder(deps: Deps, { id, districtId }: Referral, letter: number): Promise<void> {
  const to = { referral: { id, letter } };
  return mailStore(deps).post('referral-reminder', to, { id: letterId(id, letter), quietIn: districtId });
}

async function calendarsOf(deps: Deps, found: readonly Referral[]): Promise<Map<string, DistrictCalendar>> {
  const ids = [...new Set(found.map(({ districtId }) => districtId))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await readCalendar(deps, id)] as const)));
}
