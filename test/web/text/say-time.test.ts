import { expect } from 'chai';
import { sayClock, sayClockRange } from '../../../web/text/say-time.ts';
import { english, spaced, spanish } from './voices.ts';

const range = (from: string, to: string) => spaced(sayClockRange(english, from, to));

describe('Saying times of the day', () => {
  it('says them as people do', () => {
    expect(spaced(sayClock(english, '15:30'))).to.equal('3:30 pm');
    expect(spaced(sayClock(english, '09:00'))).to.equal('9 am');
    expect(spaced(sayClock(english, '00:15'))).to.equal('12:15 am');
    expect(spaced(sayClock(english, '12:30'))).to.equal('12:30 pm');
    expect(spaced(sayClock(spanish, '15:30'))).to.equal('3:30 p. m.');
  });

  it('names noon and midnight', () => {
    expect(sayClock(english, '12:00')).to.equal('noon');
    expect(sayClock(english, '24:00')).to.equal('midnight');
    expect(sayClock(english, '00:00')).to.equal('midnight');
  });

  it('says the half of the day once where both ends lie in it', () => {
    expect(range('15:30', '17:00')).to.equal('3:30–5 pm');
    expect(range('09:00', '11:30')).to.equal('9–11:30 am');
    expect(range('09:00', '17:00')).to.equal('9 am–5 pm');
  });

  it('keeps noon and midnight clear in a range', () => {
    expect(range('09:00', '12:00')).to.equal('9 am–noon');
    expect(range('12:00', '13:00')).to.equal('noon–1 pm');
    expect(range('18:00', '24:00')).to.equal('6 pm–midnight');
    expect(range('00:00', '06:00')).to.equal('midnight–6 am');
    expect(range('00:00', '24:00')).to.equal('all day');
  });
});
