import { expect } from 'chai';
import type { Closure } from '../../../core/schedule/closure.ts';
import { closuresEn } from '../../../web/text/closures-en.ts';
import { closuresEs } from '../../../web/text/closures-es.ts';
import { createTranslate } from '../../../web/text/translate.ts';
import { sayClosures } from '../../../web/views/directory/say-closures.ts';
import { english, spaced, spanish } from '../text/voices.ts';

const winter: Closure = { from: '2026-12-24', to: '2027-01-02', closed: true };
const short: Closure = {
  from: '2026-11-25',
  to: '2026-11-25',
  closed: false,
  opensAt: '09:00',
  closesAt: '12:00',
};
const t = {
  en: createTranslate<typeof closuresEn>('en', closuresEn),
  es: createTranslate<typeof closuresEn>('es', closuresEs),
};

describe('Closures', () => {
  it('are said, the next first', () => {
    const said = sayClosures(english, t.en, [winter, short], '2026-11-22').map(spaced);
    expect(said).to.deep.equal(['Nov 25: 9 am–noon', 'Closed Dec 24 – Jan 2']);
    expect(sayClosures(spanish, t.es, [winter], '2026-11-22').map(spaced)).to.deep.equal([
      'Cerrado 24 dic – 2 ene',
    ]);
  });

  it('are told until their last day, and no more after it', () => {
    expect(sayClosures(english, t.en, [winter], '2027-01-02')).to.have.length(1);
    expect(sayClosures(english, t.en, [winter], '2027-01-03')).to.deep.equal([]);
  });

  it('name the year where it is a far one', () => {
    const far = { from: '2030-05-01', to: '2030-05-01', closed: true };
    expect(sayClosures(english, t.en, [far], '2026-11-22')).to.deep.equal(['Closed May 1, 2030']);
  });

  it('are so few that the week is still seen', () => {
    const days = Array.from({ length: 9 }, (_, i) => ({
      ...winter,
      from: `2026-12-0${i + 1}`,
      to: `2026-12-0${i + 1}`,
    }));
    expect(sayClosures(english, t.en, days, '2026-11-22')).to.have.length(5);
  });
});
