import { expect } from 'chai';
import type { Weekday, WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { Language } from '../../../web/text/translate.ts';
import { spaced } from '../text/voices.ts';
import { wording } from './wording.ts';

const WEEK: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const on = (days: Weekday[], from: string, to: string): WeeklySpan[] =>
  days.map((day) => ({ day, from, to }));
const said = (language: Language, ...spans: WeeklySpan[][]) =>
  spaced(wording(language).say.spans(spans.flat()));

describe('Saying free times', () => {
  it('says weekdays and every day in a word', () => {
    const weekdays = on(WEEK.slice(0, 5), '15:10', '18:00');
    expect(said('en', weekdays)).to.equal('Weekdays 3:10–6 pm');
    expect(said('es', weekdays)).to.equal('De lunes a viernes 3:10–6 p. m.');
    expect(said('en', on(WEEK, '09:00', '12:00'))).to.equal('Every day 9 am–noon');
  });

  it('puts days with the same times together, in the order of the week', () => {
    const spans = [on(['SA'], '09:00', '12:00'), on(['WE', 'MO'], '15:00', '17:00')];
    expect(said('en', ...spans)).to.equal('Mon and Wed 3–5 pm, Sat 9 am–noon');
    expect(said('es', ...spans)).to.match(/^Lun y mié 3–5 p\. m\., sáb 9 a\. m\.–/);
  });

  it('says three days or more in a row from the first to the last', () => {
    const spans = on(['TU', 'WE', 'TH'], '15:30', '17:00');
    expect(said('en', spans)).to.equal('Tue to Thu 3:30–5 pm');
    expect(said('es', spans)).to.equal('De mar a jue 3:30–5 p. m.');
  });

  it('parts the groups clearly where days are listed with commas', () => {
    const spans = [on(['MO', 'WE', 'FR'], '15:00', '17:00'), on(['SA'], '09:00', '10:00')];
    expect(said('en', ...spans)).to.equal('Mon, Wed, and Fri 3–5 pm; Sat 9–10 am');
  });

  it('says two stretches of a day', () => {
    expect(said('en', on(['MO'], '07:00', '08:00'), on(['MO'], '15:00', '17:00'))).to.equal(
      'Mon 7–8 am and 3–5 pm',
    );
  });
});
