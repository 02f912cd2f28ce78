import { expect } from 'chai';
import { parseHours, parseSpan } from '../../../core/imports/parse-hours.ts';

describe('parseSpan', () => {
  it('reads times joined by a hyphen or a word', () => {
    expect(parseSpan('9:00AM-5:00PM')).to.deep.equal({ opensAt: '09:00', closesAt: '17:00' });
    expect(parseSpan('9am to noon')).to.deep.equal({ opensAt: '09:00', closesAt: '12:00' });
  });

  it('lets one half of the day count for both ends only where the span runs forward', () => {
    expect(parseSpan('1-3 PM')).to.deep.equal({ opensAt: '13:00', closesAt: '15:00' });
    expect(parseSpan('9-5pm')).to.equal(undefined);
  });

  it('reads round the clock', () => {
    expect(parseSpan('24 hours')).to.deep.equal({ opensAt: '00:00', closesAt: '24:00' });
  });
});

describe('parseHours', () => {
  it('reads a sentence with days and hours', () => {
    const [first] = parseHours('Monday - Friday, 9:00AM-5:00PM')!;
    expect(first!.days.byday).to.deep.equal(['MO', 'TU', 'WE', 'TH', 'FR']);
    expect(first!.span).to.deep.equal({ opensAt: '09:00', closesAt: '17:00' });
  });

  it('reads several pieces', () => {
    expect(parseHours('Mon-Thu 9am-5pm; Sat 10am-2pm')?.map(({ span }) => span.closesAt)).to.deep.equal([
      '17:00',
      '14:00',
    ]);
  });

  it('reads nothing where one piece cannot be read', () => {
    expect(parseHours('Mon-Thu 9am-5pm; Fridays after church')).to.equal(undefined);
    expect(parseHours('Call for hours')).to.equal(undefined);
  });
});
