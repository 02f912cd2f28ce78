import { expect } from 'chai';
import fc from 'fast-check';
import { MOST_MISSED, reviewDue } from '../../../core/reviews/review-due.ts';
import { ReviewRules } from '../../../core/reviews/review-rules.ts';
import { monthAfter, type SchoolCalendar } from '../../../core/reviews/school-day.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import { isHoliday } from '../../../core/schedule/holiday.ts';
import { readRules } from '../../../server/rules.ts';

describe('When a monthly review is due', () => {
  let calendar: SchoolCalendar;
  before(async () => {
    const { reminders, reviews } = await readRules();
    const { breaks, leastSchoolDays } = reviews;
    calendar = { days: reminders, breaks, leastSchoolDays };
  });

  it('is from the first day of school in a month to the last, once a month', () => {
    const known = { since: '2026-08-20', last: '2026-09' };
    expect(reviewDue({ ...known, today: '2026-10-05' }, calendar)).to.deep.equal({
      state: 'due',
      by: '2026-10-30',
      missed: 0,
    });
    expect(reviewDue({ since: '2026-08-20', last: '2026-10', today: '2026-10-31' }, calendar)).to.deep.equal({
      state: 'done',
      missed: 0,
    });
    expect(reviewDue({ ...known, today: '2027-01-02' }, calendar).state, 'in the winter break').to.equal(
      'none',
    );
  });

  it('is late when a month has gone by without one, and counts how many', () => {
    expect(reviewDue({ last: '2026-09', today: '2026-12-01' }, calendar)).to.deep.equal({
      state: 'overdue',
      by: '2026-10-30',
      missed: 2,
    });
    expect(reviewDue({ last: '2026-09', today: '2026-10-31' }, calendar), 'a Saturday').to.deep.equal({
      state: 'overdue',
      by: '2026-10-30',
      missed: 1,
    });
  });

  it('asks for nothing in the summer, and nobody is late for it', () => {
    expect(reviewDue({ last: '2026-05', today: '2026-07-15' }, calendar).state).to.equal('none');
    const back = reviewDue({ last: '2026-06', today: '2026-09-01' }, calendar);
    expect(back, 'August has more than a week of school').to.deep.equal({
      state: 'overdue',
      by: '2026-08-31',
      missed: 1,
    });
    expect(reviewDue({ last: '2026-06', today: '2026-08-17' }, calendar).state).to.equal('due');
  });

  it('keeps to the days on which the schools of a district are closed besides', () => {
    const days = { ...calendar.days, closures: [{ from: '2026-10-26', to: '2026-10-30', closed: true }] };
    const due = reviewDue({ last: '2026-09', today: '2026-10-05' }, { ...calendar, days });
    expect(due.by).to.equal('2026-10-23');
  });

  it('begins in the month after the plan, and at once where everybody is asked', () => {
    expect(reviewDue({ since: '2026-10-02', today: '2026-10-30' }, calendar).state).to.equal('none');
    expect(reviewDue({ since: '2026-10-02', today: '2026-11-02' }, calendar).state).to.equal('due');
    expect(reviewDue({ today: '2026-11-02' }, calendar)).to.deep.equal({
      state: 'due',
      by: '2026-11-30',
      missed: 0,
    });
  });

  it('is found as somebody finds it who goes through the days one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2027-12-31') }),
        fc.integer({ min: 0, max: 300 }),
        fc.option(fc.integer({ min: 0, max: 11 }), { nil: undefined }),
        fc.constantFrom(1, 5, 12, 20),
        (begun, later, reviewed, leastSchoolDays) => {
          const today = isoDate(begun + later);
          const since = isoDate(begun);
          const last = reviewed === undefined ? undefined : monthAfter(since.slice(0, 7), reviewed);
          const own = { ...calendar, leastSchoolDays };
          expect(reviewDue({ since, last, today }, own)).to.deep.equal(naiveDue(since, last, today, own));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuses rules that name no day of a year', () => {
    const rules = {
      source: '',
      whom: 'everybody',
      leastSchoolDays: 5,
      falling: { inARow: 2, drop: 2, low: 1 },
    };
    const withBreak = (from: string) =>
      ReviewRules.safeParse({ ...rules, breaks: [{ name: 'x', from, to: '01-02' }] }).success;
    expect([withBreak('12-20'), withBreak('02-29'), withBreak('13-01'), withBreak('6-1')]).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** Counts every day from the month after the plan on; at most a year of them here, so none is too long ago. */
function naiveDue(
  since: string,
  last: string | undefined,
  today: string,
  { days, breaks, leastSchoolDays }: SchoolCalendar,
) {
  const month = today.slice(0, 7);
  if (last !== undefined && last >= month) return { state: 'done', missed: 0 };
  const inBreaks = yearDaysOf(breaks);
  const schoolDays = new Map<string, string[]>();
  for (let day = dayNumber(since); day < dayNumber(today) + 62; day++) {
    const at = isoDate(day);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6 || inBreaks.has(at.slice(5)) || isHoliday(day, days.holidays))
      continue;
    schoolDays.set(at.slice(0, 7), [...(schoolDays.get(at.slice(0, 7)) ?? []), at]);
  }
  const asked = [...schoolDays].filter(
    ([at, all]) => all.length >= leastSchoolDays && at > since.slice(0, 7) && at > (last ?? ''),
  );
  const now = asked.find(([at]) => at === month)?.[1];
  if (!now || today < now[0]!) return { state: 'none', missed: 0 };
  const gone = asked.map(([, all]) => all.at(-1)!).filter((end) => end < today);
  expect(gone.length).to.be.at.most(MOST_MISSED);
  if (gone.length === 0) return { state: 'due', by: now.at(-1), missed: 0 };
  return { state: 'overdue', by: gone[0], missed: gone.length };
}

/** Walks the breaks day by day, over New Year where they go there. */
function yearDaysOf(breaks: ReviewRules['breaks']): Set<string> {
  const found = new Set<string>();
  for (const { from, to } of breaks) {
    let day = dayNumber(`2023-${from}`);
    while (isoDate(day).slice(5) !== to) found.add(isoDate(day++).slice(5));
    found.add(to);
  }
  return found;
}
