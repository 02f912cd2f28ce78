import { expect } from 'chai';
import fc from 'fast-check';
import { WEEKDAYS, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { eachOverlap, weekMinutes } from '../../../core/schedule/week-minutes.ts';
import { mergeSpans, openAt, overlapMinutes, overlaps } from '../../../core/schedule/weekly-spans.ts';

const clock = fc.integer({ min: 0, max: 1440 });
const span = fc
  .tuple(fc.constantFrom(...WEEKDAYS), clock, clock)
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]): WeeklySpan => ({ day, from: text(from), to: text(to) }));
const week = fc.array(span, { maxLength: 12 });

function text(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The twin: a set of "MO 09:07", minute by minute. */
function minutesIn(spans: readonly WeeklySpan[]): Set<string> {
  const minutes = new Set<string>();
  for (const { day, from, to } of spans)
    for (let minute = 0; minute < 1440; minute++)
      if (text(minute) >= from && text(minute) < to) minutes.add(`${day} ${text(minute)}`);
  return minutes;
}

describe('weekly spans', () => {
  it('merge to the same minutes, sorted and apart from each other', () => {
    fc.assert(
      fc.property(week, (spans) => {
        const merged = mergeSpans(spans);
        expect(minutesIn(merged)).to.deep.equal(minutesIn(spans));
        merged.slice(1).forEach((next, i) => {
          const last = merged[i]!;
          const days = WEEKDAYS.indexOf(next.day) - WEEKDAYS.indexOf(last.day);
          expect(days > 0 || (days === 0 && next.from > last.to)).to.equal(true);
        });
        expect(mergeSpans(spans.toReversed())).to.deep.equal(merged);
      }),
      { numRuns: 50 },
    );
  });

  it('overlap in the minutes that both have', () => {
    fc.assert(
      fc.property(week, week, (a, b) => {
        const both = minutesIn(b);
        const expected = new Set([...minutesIn(a)].filter((minute) => both.has(minute)));
        expect(minutesIn(overlaps(a, b))).to.deep.equal(expected);
        expect(overlapMinutes(a, b)).to.equal(expected.size);
      }),
      { numRuns: 50 },
    );
  });

  it('give the same stretches as numbers', () => {
    fc.assert(
      fc.property(week, week, (a, b) => {
        const visited: number[] = [];
        eachOverlap(weekMinutes(a), weekMinutes(b), (from, to) => visited.push(from, to));
        expect(visited).to.deep.equal([...weekMinutes(overlaps(a, b))]);
      }),
    );
  });

  it('have nothing in common where they only touch', () => {
    const visited: number[] = [];
    eachOverlap(Int32Array.of(540, 600), Int32Array.of(600, 660), (from, to) => visited.push(from, to));
    expect(visited).to.deep.equal([]);
  });

  it('are not changed by merging', () => {
    const spans: WeeklySpan[] = [
      { day: 'MO', from: '09:00', to: '10:00' },
      { day: 'MO', from: '09:30', to: '11:00' },
    ];
    mergeSpans(spans);
    expect(spans[0]!.to).to.equal('10:00');
  });

  it('stay two over midnight', () => {
    const night: WeeklySpan[] = [
      { day: 'MO', from: '22:00', to: '24:00' },
      { day: 'TU', from: '00:00', to: '02:00' },
    ];
    expect(overlaps(night, night)).to.deep.equal(night);
  });
});

describe('openAt', () => {
  const hours: WeeklySpan[] = [{ day: 'MO', from: '09:00', to: '24:00' }];

  it('counts the first minute in and the last out', () => {
    expect(openAt(hours, 'MO', '08:59')).to.equal(false);
    expect(openAt(hours, 'MO', '09:00')).to.equal(true);
    expect(openAt(hours, 'MO', '23:59')).to.equal(true);
    expect(openAt([{ day: 'MO', from: '09:00', to: '10:00' }], 'MO', '10:00')).to.equal(false);
  });

  it('looks at the day', () => {
    expect(openAt(hours, 'TU', '09:00')).to.equal(false);
  });
});
