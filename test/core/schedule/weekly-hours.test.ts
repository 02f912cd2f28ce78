import { expect } from 'chai';
import { Schedule } from '../../../core/schedule/schedule.ts';
import { weeklyHours } from '../../../core/schedule/weekly-hours.ts';

function schedule(parts: Record<string, unknown>): Schedule {
  return Schedule.parse({ freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00', ...parts });
}

/** "MO 09:00-17:00" for each span. */
function hoursOf(parts: Record<string, unknown>, on?: string): string[] {
  return weeklyHours([schedule(parts)], on).hours.map(({ day, from, to }) => `${day} ${from}-${to}`);
}

const MONDAY = ['MO 09:00-17:00'];

describe('weeklyHours', () => {
  it('lists the days of a weekly schedule in the order of the week', () => {
    expect(hoursOf({ byday: ['FR', 'MO'] })).to.deep.equal(['MO 09:00-17:00', 'FR 09:00-17:00']);
  });

  it('merges schedules that overlap or touch and keeps others apart', () => {
    const { hours } = weeklyHours([
      schedule({ opensAt: '13:00', closesAt: '15:00' }),
      schedule({ opensAt: '09:00', closesAt: '12:00' }),
      schedule({ opensAt: '14:00', closesAt: '16:00' }),
      schedule({ opensAt: '12:00', closesAt: '12:30' }),
    ]);
    expect(hours).to.deep.equal([
      { day: 'MO', from: '09:00', to: '12:30' },
      { day: 'MO', from: '13:00', to: '16:00' },
    ]);
  });

  it('says "not known" where no schedule has both times and days', () => {
    const unknown = { hours: [], known: false, occasional: [] };
    expect(weeklyHours([])).to.deep.equal(unknown);
    expect(weeklyHours([schedule({ opensAt: undefined })])).to.deep.equal(unknown);
    expect(weeklyHours([schedule({ closesAt: undefined })])).to.deep.equal(unknown);
    expect(weeklyHours([schedule({ byday: [] })])).to.deep.equal(unknown);
    expect(weeklyHours([schedule({})])).to.include({ known: true });
  });

  it('takes the weekday of the start where a weekly schedule names none', () => {
    expect(hoursOf({ byday: [], dtstart: '2026-09-02' })).to.deep.equal(['WE 09:00-17:00']);
    expect(hoursOf({ byday: [], dtstart: '2026-09-02', freq: 'MONTHLY' })).to.deep.equal([]);
    expect(hoursOf({ byday: [], dtstart: '2026-09-02', freq: undefined })).to.deep.equal([]);
  });

  it('reads days without a frequency, and every Monday of the month, as weekly', () => {
    expect(hoursOf({ freq: undefined })).to.deep.equal(MONDAY);
    expect(hoursOf({ freq: 'MONTHLY' })).to.deep.equal(MONDAY);
    expect(hoursOf({ byday: ['0MO'] })).to.deep.equal(MONDAY);
  });

  it('keeps what holds in some weeks only out of the ordinary week', () => {
    const rare: Record<string, unknown>[] = [
      { freq: 'MONTHLY', byday: ['1MO'] },
      { freq: 'MONTHLY', byday: ['-1MO'] },
      { interval: 2 },
      { freq: 'MONTHLY', bymonthday: [1, 2, 3, 4, 5, 6, 7] },
    ];
    for (const parts of rare)
      expect(weeklyHours([schedule(parts)]), JSON.stringify(parts)).to.deep.equal({
        hours: [],
        known: false,
        occasional: [{ day: 'MO', from: '09:00', to: '17:00' }],
      });
  });

  it('splits a night at midnight, also from Sunday to Monday', () => {
    expect(hoursOf({ byday: ['FR'], opensAt: '22:00', closesAt: '02:00' })).to.deep.equal([
      'FR 22:00-24:00',
      'SA 00:00-02:00',
    ]);
    expect(hoursOf({ byday: ['SU'], opensAt: '22:00', closesAt: '02:00' })).to.deep.equal([
      'MO 00:00-02:00',
      'SU 22:00-24:00',
    ]);
  });

  it('knows midnight as an end, as a beginning, and as both', () => {
    expect(hoursOf({ opensAt: '20:00', closesAt: '00:00' })).to.deep.equal(['MO 20:00-24:00']);
    expect(hoursOf({ opensAt: '24:00', closesAt: '02:00' })).to.deep.equal(['TU 00:00-02:00']);
    expect(hoursOf({ opensAt: '00:00', closesAt: '24:00' })).to.deep.equal(['MO 00:00-24:00']);
    expect(hoursOf({ opensAt: '00:00', closesAt: '00:00' })).to.deep.equal(['MO 00:00-24:00']);
  });

  it('learns nothing from a time that ends when it begins', () => {
    expect(hoursOf({ opensAt: '09:00', closesAt: '09:00' })).to.deep.equal([]);
  });

  describe('on a date', () => {
    it('leaves out what is not in force, the first and the last day counted in', () => {
      const windows: Record<string, string>[] = [
        { validFrom: '2026-09-01', validTo: '2026-12-20' },
        { dtstart: '2026-09-01', until: '2026-12-20' },
      ];
      for (const parts of windows) {
        expect(hoursOf(parts, '2026-08-31')).to.deep.equal([]);
        expect(hoursOf(parts, '2026-09-01')).to.deep.equal(MONDAY);
        expect(hoursOf(parts, '2026-12-20')).to.deep.equal(MONDAY);
        expect(hoursOf(parts, '2026-12-21')).to.deep.equal([]);
        expect(hoursOf(parts)).to.deep.equal(MONDAY);
      }
    });

    it('counts occurrences from the start', () => {
      // Wednesday 2 September, then Monday 7 and Wednesday 9: the third of three.
      const parts = { byday: ['MO', 'WE'], dtstart: '2026-09-02', count: 3 };
      expect(hoursOf(parts, '2026-09-09')).to.have.length(2);
      expect(hoursOf(parts, '2026-09-10')).to.deep.equal([]);
    });

    it('does not end a count that goes beyond the calendar', () => {
      expect(hoursOf({ dtstart: '2026-09-07', count: 2_000_000_000 }, '2026-12-01')).to.deep.equal(MONDAY);
    });
  });
});
