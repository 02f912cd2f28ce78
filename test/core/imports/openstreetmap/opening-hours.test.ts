import { expect } from 'chai';
import fc from 'fast-check';
import { parseOpeningHours } from '../../../../core/imports/openstreetmap/opening-hours.ts';
import { WEEKDAYS } from '../../../../core/schedule/schedule.ts';

const told = (text: string) =>
  parseOpeningHours(text)?.times.map(
    ({ byday, span: { opensAt, closesAt } }) => `${byday} ${opensAt}-${closesAt}`,
  );

describe('parseOpeningHours', () => {
  it('reads days and hours', () => {
    expect(told('Mo-Fr 9:00-17:00')).to.deep.equal(['MO,TU,WE,TH,FR 09:00-17:00']);
    expect(told('Mo,We: 09:00-12:00,13:00-17:00')).to.deep.equal(['MO,WE 09:00-12:00', 'MO,WE 13:00-17:00']);
    expect(told('24/7')).to.deep.equal(['MO,TU,WE,TH,FR,SA,SU 00:00-24:00']);
    expect(told('10:00-18:00')).to.deep.equal(['MO,TU,WE,TH,FR,SA,SU 10:00-18:00']);
    expect(told('Sa-Mo 20:00-26:00')).to.deep.equal(['MO,SA,SU 20:00-02:00']);
    expect(told('Fr 20:00-00:00')).to.deep.equal(['FR 20:00-24:00']);
  });

  it('lets later rules take the place of earlier ones, and added ones stand beside them', () => {
    expect(told('Mo-Fr 09:00-17:00; We off; Fr 09:00-12:00')).to.deep.equal([
      'MO,TU,TH 09:00-17:00',
      'FR 09:00-12:00',
    ]);
    expect(told('Mo-Tu 09:00-12:00, Tu 14:00-16:00')).to.deep.equal(['MO,TU 09:00-12:00', 'TU 14:00-16:00']);
  });

  it('reads days of the month where the weekday has no hours of its own', () => {
    expect(told('Sa[1,3] 10:00-12:00; We 09:00-10:00')).to.deep.equal([
      'WE 09:00-10:00',
      '1SA,3SA 10:00-12:00',
    ]);
    expect(told('Su[-1] 10:00-12:00')).to.deep.equal(['-1SU 10:00-12:00']);
    expect(told('Sa 09:00-12:00; Sa[1] off')).to.equal(undefined);
    expect(told('Sa[1] off')).to.equal(undefined);
  });

  it('keeps what holds on holidays as words', () => {
    const { holidays } = parseOpeningHours('Mo-Fr,PH 09:00-17:00; SH Mo-Fr 10:00-12:00; PH off') ?? {};
    expect(holidays?.split('\n')).to.deep.equal([
      'Public holidays: 09:00-17:00',
      'School holidays: Mo-Fr 10:00-12:00',
      'Public holidays: closed',
    ]);
    expect(told('PH off')).to.equal(undefined);
  });

  it('reads nothing that is not certain', () => {
    const open = [
      'Mo-Fr',
      'Apr-Oct Mo-Su 10:00-18:00',
      'sunrise-sunset',
      'Mo-Fr 10:00+',
      'Mo-Fr 09:00-17:00 "by appointment"',
      'Mo-Fr 09:00-17:00 || "call"',
      'week 1-10 Mo 10:00-12:00',
      'easter off; Mo 10:00-12:00',
      'Mo 08:00-08:00',
      'Mo 08:00-26:00',
      'Mo 09:75-10:00',
      'Mo 25:00-26:00',
      'Mo 09:00-12:00, Mo off',
      'off',
      '',
      `${'Mo '.repeat(400)}10:00-12:00`,
    ];
    for (const text of open) expect(told(text), text).to.equal(undefined);
  });

  it('opens in the same minutes as a week that is filled in by hand', () => {
    const day = fc.integer({ min: 0, max: 6 });
    const quarter = fc.integer({ min: 0, max: 95 });
    const span = fc
      .tuple(quarter, quarter)
      .filter(([from, to]) => from < to)
      .map(([from, to]) => [from * 15, to * 15] as const);
    const rule = fc.record({ days: fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 3 }), span });
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), (rules) => {
        const week = new Map<number, readonly [number, number]>();
        for (const { days, span } of rules)
          for (const [from, to] of days)
            for (let at = from; ; at = (at + 1) % 7) {
              week.set(at, span);
              if (at === to) break;
            }
        const expected = [...week].map(([at, [from, to]]) => `${WEEKDAYS[at]} ${clock(from)}-${clock(to)}`);
        const text = rules.map(
          ({ days, span: [from, to] }) =>
            `${days.map(([a, b]) => (a === b ? name(a) : `${name(a)}-${name(b)}`)).join(',')} ${clock(from)}-${clock(to)}`,
        );
        const read = (told(text.join('; ')) ?? []).flatMap((line) => {
          const [days, when] = line.split(' ') as [string, string];
          return days.split(',').map((one) => `${one} ${when}`);
        });
        expect(read).to.have.members(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('never breaks, whatever it is given', () => {
    const piece = fc.constantFrom(
      'Mo',
      '-',
      'Fr',
      ',',
      ';',
      '[1]',
      '[',
      ']',
      ' ',
      '09:00-12:00',
      'off',
      'PH',
      '"',
      ':',
      '+',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { byday, span } of parseOpeningHours(text)?.times ?? []) {
          expect(byday).to.match(/^(?:-?[1-5])?[A-Z]{2}(?:,(?:-?[1-5])?[A-Z]{2})*$/);
          expect(`${span.opensAt} ${span.closesAt}`).to.match(/^\d\d:\d\d \d\d:\d\d$/);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function name(day: number): string {
  return WEEKDAYS[day]!.charAt(0) + WEEKDAYS[day]!.charAt(1).toLowerCase();
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
