import { expect } from 'chai';
import fc from 'fast-check';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import { clockOf } from '../../../core/schedule/clock.ts';
import { expandSchedules } from '../../../core/schedule/expand-schedules.ts';
import { openMoments } from '../../../core/schedule/open-moments.ts';
import { Schedule, WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { isSet } from '../../../core/schedule/week-bitmap.ts';
import { zoneSegments } from '../../../core/schedule/zone-segments.ts';

/** The weeks in which clocks are changed in the United States, and one without. */
const MONDAYS = ['2026-03-02', '2026-10-26', '2026-06-01'];
const WEEKS = 2;

describe('Moments at which something is open', () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => clockOf(quarter * 15));
  const schedule = fc
    .record({
      freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const),
      byday: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      opensAt: time,
      closesAt: time,
      timezone: fc.constantFrom(undefined, 'America/New_York', 'Europe/Madrid', '-05:00'),
    })
    .map((parts) => Schedule.parse(parts));
  const closure = fc.record({ day: fc.integer({ min: 0, max: 15 }), length: fc.integer({ min: 0, max: 2 }) });

  it('are those of the weeks that Find and matching go by, clock changes and closed days included', () => {
    fc.assert(
      fc.property(
        fc.array(schedule, { minLength: 1, maxLength: 3 }),
        fc.array(closure, { maxLength: 2 }),
        fc.constantFrom(...MONDAYS),
        fc.constantFrom('America/Chicago', 'America/Phoenix', 'UTC'),
        (schedules, closed, monday, timezone) => {
          const first = dayNumber(monday);
          const closures = closed.map(({ day, length }) => ({
            from: isoDate(first + day),
            to: isoDate(first + day + length),
            closed: true,
          }));
          // Two days more: what began before the first Monday may go on into it.
          const days = { timezone, from: isoDate(first - 2), count: WEEKS * 7 + 2 };
          const moments = openMoments(schedules, closures, days);
          expect(onTheWall(moments, timezone, first)).to.deep.equal(
            byWeeks(expandSchedules(schedules, closures, { timezone, from: monday, weeks: WEEKS })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep the hour on the wall when the clocks change, and leave out a closed day', () => {
    const classes = Schedule.parse({ freq: 'WEEKLY', byday: ['SU'], opensAt: '15:30', closesAt: '17:00' });
    const closed = { from: '2026-11-08', to: '2026-11-08', closed: true };
    const days = { timezone: 'America/Chicago', from: '2026-10-19', count: 28 };
    const found = openMoments([classes], [closed], days);
    expect(found.map(([from]) => new Date(from * 60_000).toISOString().slice(0, 16))).to.deep.equal([
      '2026-10-25T20:30',
      '2026-11-01T21:30',
      '2026-11-15T21:30',
    ]);
  });

  it('are told once where two times touch, and on the day on which they begin', () => {
    const at = (opensAt: string, closesAt: string) =>
      Schedule.parse({ freq: 'WEEKLY', byday: ['MO'], opensAt, closesAt });
    const days = { timezone: 'UTC', from: '2026-11-09', count: 1 };
    const begin = dayNumber('2026-11-09') * 1440;
    expect(openMoments([at('22:00', '23:00'), at('23:00', '02:00')], [], days)).to.deep.equal([
      [begin + 22 * 60, begin + 26 * 60],
    ]);
    expect(openMoments([at('22:00', '02:00')], [], { ...days, from: '2026-11-10' })).to.deep.equal([]);
    const always = Schedule.parse({ freq: 'DAILY', opensAt: '00:00', closesAt: '24:00' });
    expect(openMoments([always], [], { ...days, count: 7 })).to.have.length(7);
  });
});

/** Minutes of the weeks from a day on, as the clock on the wall shows them. */
function onTheWall(moments: [number, number][], timezone: string, first: number): number[] {
  const start = first * 1440;
  const segments = zoneSegments(timezone, start - 5 * 1440, start + (WEEKS * 7 + 5) * 1440) ?? [];
  const found = new Set<number>();
  for (const [from, to] of moments)
    for (let minute = from; minute < to; minute++) {
      const offset = segments.find((segment) => segment.from <= minute && minute < segment.to)?.offset ?? 0;
      const wall = minute + offset - start;
      if (wall >= 0 && wall < WEEKS * 10_080) found.add(wall);
    }
  return [...found].sort((a, b) => a - b);
}

function byWeeks({ weeks, bitmaps }: ReturnType<typeof expandSchedules>): number[] {
  return weeks.flatMap((place, week) =>
    Array.from({ length: 10_080 }, (_, minute) => minute).flatMap((minute) => {
      const bitmap = bitmaps[place];
      return bitmap && isSet(bitmap, minute) ? [week * 10_080 + minute] : [];
    }),
  );
}
