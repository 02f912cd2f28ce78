import { z } from 'zod';
import { type DueKind, sayDue } from '../../core/calendar/due-days.ts';
import { writeCalendar } from '../../core/calendar/i-calendar.ts';
import { dayNumber, isoDate } from '../../core/schedule/calendar-day.ts';
import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';
import { file, nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { sendCalendar } from '../http/send-calendar.ts';
import { calendarKeyStore } from './calendar-key-store.ts';
import { CalendarAddress, CalendarState } from './calendars-answers.ts';
import { daysDue } from './days-due.ts';

const PAGES: Record<DueKind, string> = {
  reviews: '/reviews',
  answers: '/referrals',
  'to-answer': '/shared',
  consents: '/home/consents',
};

/** A calendar of what is due, for the calendar program that somebody uses: by an address that only its owner knows. */
export function calendarRoutes(deps: Deps): Route[] {
  const keys = calendarKeyStore(deps);
  const path = '/own-account/calendar';
  return [
    route({
      method: 'get',
      path,
      summary: 'Whether one has a calendar of what is due',
      action: 'own-account.read',
      returns: CalendarState,
      handle: async ({ account }) => ({ since: (await keys.since(account!.id)) ?? null }),
    }),
    route({
      method: 'post',
      path,
      summary: 'Make its address, or a new one',
      action: 'own-account.change',
      returns: CalendarAddress,
      handle: async ({ account }) => {
        const address = `/api/v1/calendars/${await keys.issue(account!.id)}.ics`;
        return { address, since: (await keys.since(account!.id)) ?? null };
      },
    }),
    route({
      method: 'delete',
      path,
      summary: 'End its address',
      action: 'own-account.change',
      returns: nothing,
      handle: ({ account }) => keys.revoke(account!.id),
    }),
    route({
      method: 'get',
      path: '/calendars/:token.ics',
      summary: 'How much is due on which day, as a calendar',
      action: 'calendars.read',
      params: z.object({ token: z.string().max(100) }),
      returns: file('text/calendar'),
      handle: async ({ params, res }) => {
        const id = await keys.look(params.token);
        const account = id === undefined ? null : await accountStore(deps.db).find(id);
        if (!account || !mayBeUsed(account, deps.config.demo)) throw notFound();
        sendCalendar(res, await ownCalendar(deps, account), 'trellis.ics');
      },
    }),
  ];
}

async function ownCalendar(deps: Deps, account: Account): Promise<string> {
  const { publicUrl } = deps.config;
  const due = await daysDue(deps, account);
  return writeCalendar({
    name: 'Trellis',
    asOf: deps.clock(),
    events: due.map(({ kind, day, count }) => ({
      uid: `${kind}-${day}@trellis`,
      from: day,
      to: isoDate(dayNumber(day) + 1),
      summary: sayDue(account.language, { kind, count }),
      url: publicUrl && new URL(PAGES[kind], publicUrl).href,
    })),
  });
}
