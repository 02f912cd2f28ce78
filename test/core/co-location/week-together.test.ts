import { expect } from 'chai';
import fc from 'fast-check';
import { type TogetherOffer, weekTogether } from '../../../core/co-location/week-together.ts';
import { clockOf } from '../../../core/schedule/clock.ts';
import { WEEKDAYS, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { openAt } from '../../../core/schedule/weekly-spans.ts';

const offer = (organizationId: string, ...hours: WeeklySpan[]): TogetherOffer => ({
  organizationId,
  hours,
  hoursKnown: hours.length > 0,
});

const anyOffer = fc
  .record({
    organizationId: fc.constantFrom('a', 'b', 'c'),
    spans: fc.array(fc.tuple(fc.constantFrom(...WEEKDAYS), fc.nat(95), fc.integer({ min: 1, max: 20 })), {
      maxLength: 4,
    }),
  })
  .map(({ organizationId, spans }) =>
    offer(
      organizationId,
      ...spans.map(([day, from, length]) => ({
        day,
        from: clockOf(from * 15),
        to: clockOf(Math.min(96, from + length) * 15),
      })),
    ),
  );

describe('When those under one roof are there together', () => {
  it('tells how many of them are there at once, and who did not say is not taken to be closed', () => {
    const week = weekTogether([
      offer('a', { day: 'MO', from: '09:00', to: '12:00' }),
      offer('a', { day: 'MO', from: '12:00', to: '17:00' }),
      offer('b', { day: 'MO', from: '11:00', to: '13:00' }, { day: 'TU', from: '09:00', to: '10:00' }),
      offer('c'),
    ]);
    expect(week).to.deep.equal({
      known: 2,
      of: 3,
      most: 2,
      hours: [{ day: 'MO', from: '11:00', to: '13:00' }],
      strip: [
        { day: 'MO', from: '09:00', to: '11:00', there: 1 },
        { day: 'MO', from: '11:00', to: '13:00', there: 2 },
        { day: 'MO', from: '13:00', to: '17:00', there: 1 },
        { day: 'TU', from: '09:00', to: '10:00', there: 1 },
      ],
    });
  });

  it('is nothing where nobody said', () => {
    expect(weekTogether([offer('a')])).to.deep.equal({ known: 0, of: 1, most: 0, hours: [], strip: [] });
  });

  it('counts in any minute of any week whose hours have that minute, once an organization', () => {
    fc.assert(
      fc.property(
        fc.array(anyOffer, { maxLength: 6 }),
        fc.constantFrom(...WEEKDAYS),
        fc.nat(1439),
        (offers, day, at) => {
          const time = clockOf(at);
          const there = new Set(
            offers
              .filter(({ hours }) => openAt(hours, day, time))
              .map(({ organizationId }) => organizationId),
          );
          const { strip } = weekTogether(offers);
          const here = strip.filter((span) => span.day === day && span.from <= time && time < span.to);
          expect(here.map((span) => span.there)).to.deep.equal(there.size > 0 ? [there.size] : []);
        },
      ),
    );
  });
});
