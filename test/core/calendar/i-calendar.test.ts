import { expect } from 'chai';
import fc from 'fast-check';
import { writeCalendar } from '../../../core/calendar/i-calendar.ts';
import { minuteOf, readEvents } from './read-calendar.ts';

const asOf = new Date('2026-11-10T00:00:00Z');

describe('A calendar file', () => {
  it('says the same when it is read back, whatever signs are in it, in lines of at most 75 bytes', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    const text = fc
      .array(fc.oneof(words, fc.constantFrom(',', ';', '\\', '\n', 'á', '🎈', ':', '"')), { maxLength: 6 })
      .map((parts) => parts.join('').replace(/\r\n?/g, '\n'));
    const minutes = fc.integer({ min: 0, max: 60_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, minutes), { maxLength: 4 }), (given) => {
        const events = given.map(([summary, location, from], n) => ({
          uid: `event-${n}`,
          from,
          to: from + 30,
          summary,
          location,
        }));
        const file = writeCalendar({ name: 'Any', asOf, events });
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).to.be.at.most(75);
          expect(Buffer.from(line).toString(), 'no half signs').to.equal(line);
        }
        const read = readEvents(file).map(({ UID, SUMMARY, LOCATION, DTSTART = '', DTEND = '' }) => ({
          uid: UID,
          from: minuteOf(DTSTART),
          to: minuteOf(DTEND),
          summary: SUMMARY,
          location: LOCATION,
        }));
        expect(read).to.deep.equal(events);
      }),
      { numRuns: 100 },
    );
  });

  it('tells whole days as days', () => {
    const event = { uid: 'day', from: '2026-11-10', to: '2026-11-11', summary: 'Three reviews' };
    const file = writeCalendar({ name: 'Any', asOf, events: [event] });
    expect(file).to.include('\r\nDTSTART;VALUE=DATE:20261110\r\nDTEND;VALUE=DATE:20261111\r\n');
    expect(file)
      .to.match(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
      .and.to.match(/END:VCALENDAR\r\n$/);
    expect(file).to.include('DTSTAMP:20261110T000000Z');
  });
});
