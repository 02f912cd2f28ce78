import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { nextReminder, ReminderRules } from '../../../core/referrals/next-reminder.ts';
import { isoDate } from '../../../core/schedule/calendar-day.ts';
import { clockOf } from '../../../core/schedule/clock.ts';
import { WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { naiveReminder } from './naive-reminder.ts';

const file = new URL('../../../data/referrals/calendar.json', import.meta.url);
const rules = ReminderRules.parse(JSON.parse(readFileSync(file, 'utf8')));
const CHICAGO = 'America/Chicago';

/** When the steps come for a request that was made then, as UTC. */
function stepsOf(requested: string, zone = CHICAGO, of = rules): string[] {
  const since = new Date(requested);
  const found: string[] = [];
  let lastAt: Date | undefined;
  for (let done = 0; ; done++) {
    const step = nextReminder({ since, done, lastAt }, of, zone);
    if (!step) return found;
    found.push(`${step.kind} ${step.at.toISOString().slice(0, 16)}`);
    lastAt = step.at;
  }
}

describe('The next reminder of a referral that nobody answers', () => {
  it('comes after three and seven days, and after ten the school hears of it', () => {
    // A Monday, 10:00 in Chicago: the third day is a Thursday, the seventh a Monday, the tenth a Thursday.
    expect(stepsOf('2026-09-14T15:00:00Z')).to.deep.equal([
      'reminder 2026-09-17T15:00',
      'reminder 2026-09-21T15:00',
      'escalation 2026-09-24T15:00',
    ]);
  });

  it('waits until morning, until Monday, and until the holiday is over', () => {
    expect(stepsOf('2026-09-15T03:30:00Z')[0], 'asked on Monday at 22:30').to.equal(
      'reminder 2026-09-18T13:00',
    );
    expect(stepsOf('2026-09-16T15:00:00Z')[0], 'due on a Saturday').to.equal('reminder 2026-09-21T13:00');
    expect(stepsOf('2026-11-23T16:00:00Z')[0], 'due on Thanksgiving').to.equal('reminder 2026-11-27T14:00');
    expect(stepsOf('2026-07-01T15:00:00Z')[0], 'the Friday before a Fourth of July on Saturday').to.equal(
      'reminder 2026-07-06T13:00',
    );
  });

  it('keeps the hour on the wall when the clocks change', () => {
    // From March 8, 2026 on Chicago is five hours behind UTC, before it was six; on November 1 it goes back.
    expect(stepsOf('2026-03-06T16:00:00Z')[0]).to.equal('reminder 2026-03-09T15:00');
    expect(stepsOf('2026-10-30T15:00:00Z')[0]).to.equal('reminder 2026-11-02T16:00');
  });

  it('waits until a closure of the schools is over, a long one too', () => {
    const closures = [{ from: '2026-06-01', to: '2026-08-23', closed: true }];
    expect(stepsOf('2026-05-28T15:00:00Z', CHICAGO, { ...rules, closures })[0]).to.equal(
      'reminder 2026-08-24T13:00',
    );
    const always = [{ from: '2020-01-01', to: '2099-01-01', closed: true }];
    expect(stepsOf('2026-05-28T15:00:00Z', CHICAGO, { ...rules, closures: always })).to.deep.equal([]);
  });

  it('keeps a day between steps that come late', () => {
    const late = {
      since: new Date('2026-09-14T15:00:00Z'),
      done: 1,
      lastAt: new Date('2026-09-29T15:00:00Z'),
    };
    expect(nextReminder(late, rules, CHICAGO)?.at.toISOString()).to.equal('2026-09-30T15:00:00.000Z');
  });

  it('refuses rules whose steps are not in order, and hours that end before they begin', () => {
    expect(ReminderRules.safeParse({ ...rules, escalateAfterDays: 7 }).success).to.equal(false);
    expect(ReminderRules.safeParse({ ...rules, hours: { from: '18:00', to: '08:00' } }).success).to.equal(
      false,
    );
  });

  it('is found as somebody finds it who looks at the clock every minute, through both changes of many zones', () => {
    fc.assert(
      fc.property(waiting, calendar, fc.constantFrom(...ZONES), ({ begun, after, last }, own, zone) => {
        const all = { ...own, remindAfterDays: [after], escalateAfterDays: after + 1, linkDays: 14 };
        const since = new Date(begun * 60_000);
        const lastAt = last === undefined ? undefined : new Date(last * 60_000);
        const step = nextReminder({ since, done: 0, lastAt }, all, zone);
        const expected = naiveReminder({ begun, after, ...(last !== undefined && { last }) }, all, zone, 30);
        const found = step && step.at.getTime() / 60_000;
        if (expected !== undefined || (found ?? Infinity) < begun + 30 * 1440)
          expect(found).to.equal(expected);
      }),
      { numRuns: 120 },
    );
  });
});

/** With and without summer time, by an hour and by half of one, at night and at midnight, in both halves of the world. */
const ZONES = [
  CHICAGO,
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Phoenix',
  'Europe/Dublin',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];

/** Days around which clocks are changed somewhere: 2026-03-08, 03-29, 04-05, 09-06, 10-25, 11-01. */
const CHANGES = [20520, 20541, 20548, 20702, 20751, 20758];

const waiting = fc
  .record({
    day: fc.constantFrom(...CHANGES),
    before: fc.integer({ min: -1, max: 6 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    after: fc.integer({ min: 1, max: 5 }),
    late: fc.option(fc.integer({ min: 1, max: 6 * 1440 }), { nil: undefined }),
  })
  .map(({ day, before, minute, after, late }) => {
    const begun = (day - before) * 1440 + minute;
    return { begun, after, last: late === undefined ? undefined : begun + late };
  });

const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, long]) => ({ from: clockOf(from), to: clockOf(Math.min(1440, from + long)) }));

const calendar = fc.record({
  hours,
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  holidays: fc.array(
    fc.oneof(
      fc.record({
        name: fc.constant('a date'),
        month: fc.constantFrom(3, 4, 9, 10, 11),
        date: fc.integer({ min: 1, max: 31 }),
        observed: fc.boolean(),
      }),
      fc.record({
        name: fc.constant('a weekday'),
        month: fc.constantFrom(3, 4, 9, 10, 11),
        weekday: fc.constantFrom(...WEEKDAYS),
        nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
      }),
    ),
    { maxLength: 6 },
  ),
  closures: fc.array(
    fc
      .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -3, max: 5 }), fc.integer({ min: 0, max: 4 }))
      .map(([day, from, long]) => ({
        from: isoDate(day + from),
        to: isoDate(day + from + long),
        closed: long !== 2,
      })),
    { maxLength: 3 },
  ),
});
