import { expect } from 'chai';
import { localMoment } from '../../../core/directory/local-moment.ts';

describe('A local moment', () => {
  it('is the day and time of the place, not of the computer', () => {
    const at = new Date('2026-03-02T04:30:00Z');
    expect(localMoment(at, 'America/Chicago')).to.deep.equal({ day: 'SU', time: '22:30' });
    expect(localMoment(at, 'Asia/Tokyo')).to.deep.equal({ day: 'MO', time: '13:30' });
  });

  it('follows summer time', () => {
    expect(localMoment(new Date('2026-03-08T07:59:00Z'), 'America/Chicago').time).to.equal('01:59');
    expect(localMoment(new Date('2026-03-08T08:00:00Z'), 'America/Chicago').time).to.equal('03:00');
  });

  it('begins the day at 00:00', () => {
    expect(localMoment(new Date('2026-01-05T00:00:00Z'), 'UTC')).to.deep.equal({ day: 'MO', time: '00:00' });
  });

  it('takes a time zone nobody knows for UTC', () => {
    expect(localMoment(new Date('2026-01-05T12:00:00Z'), 'Mars/Base').time).to.equal('12:00');
  });
});
