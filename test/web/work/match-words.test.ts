import { expect } from 'chai';
import type { Match, Reason } from '../../../core/matching/match.ts';
import { REASON_CODES } from '../../../core/matching/reasons.ts';
import { askWords, notShownWords, reasonSentence, reasonWords } from '../../../web/parts/work/match-words.ts';
import { wording } from './wording.ts';

const values: Reason['values'] = {
  term: 'tutoring',
  minutes: 9.4,
  mode: 'bus',
  day: 'TU',
  count: 6,
  weeks: 26,
  next: '2026-12-01',
  free: 4,
  language: 'es',
  languages: 'es,fr',
  cost: '$10 a week',
  min: 5,
  max: 12,
  percent: 185,
  programs: 'snap,wic',
  genders: 'female',
  attribute: 'first-generation',
  values: 'yes',
};

function matchWith(...reasons: [code: string, values?: Reason['values']][]): Match {
  return { reasons: reasons.map(([code, said]) => ({ code, values: said ?? {} })) } as unknown as Match;
}

/** Times may hold spaces that do not break. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

describe('The words of a match', () => {
  for (const language of ['en', 'es'] as const)
    for (const code of REASON_CODES)
      it(`says ${code} in ${language}, with every value and with none`, () => {
        const from = code === 'travel' ? 'school' : '15:30';
        for (const given of [{ ...values, from, to: '17:00' }, {}]) {
          const words = reasonWords({ code, values: given }, wording(language));
          expect(words).to.not.match(/[{}]|undefined|NaN/);
          if (Object.keys(given).length > 0) expect(words).to.not.equal('');
        }
      });

  it('makes one sentence of what tells this match from the next', () => {
    const match = matchWith(
      ['term-exact', { term: 'tutoring' }],
      ['travel', { minutes: 9.4, mode: 'bus', from: 'school' }],
      ['hours-fit', { day: 'TU', from: '15:30', to: '17:00' }],
      ['language', { language: 'es' }],
      ['places', { free: 4 }],
      ['ask-cost'],
      ['age-ok', { min: 5 }],
    );
    expect(plain(reasonSentence(match, wording('en')))).to.equal(
      '9 min by bus from school, Tue 3:30–5 pm fits, Spanish, 4 places free',
    );
    expect(plain(reasonSentence(match, wording('es')))).to.equal(
      '9 min en autobús desde la escuela, mar 3:30–5 p. m. coincide, español, 4 lugares libres',
    );
  });

  it('asks for what nobody knows, never takes it for yes or no', () => {
    const match = matchWith(['ask-hours'], ['ask-cost'], ['ask-age', { min: 5 }]);
    expect(askWords(match, wording('en'))).to.equal(
      'Ask: when they are open, what it costs, and whether they take this age: 5 and up',
    );
    expect(askWords(matchWith(['free']), wording('en'))).to.equal(undefined);
  });

  it('names grades below the first', () => {
    const words = reasonWords({ code: 'grade-ok', values: { min: -1, max: 0 } }, wording('en'));
    expect(words).to.equal('takes this grade: pre-K–K');
  });

  it('says how many each limit removed, the most first', () => {
    const { t } = wording('en');
    expect(notShownWords({ full: 2, 'too-far': 3, grade: 1 }, t)).to.equal(
      'Not shown: 3 too far, 2 full, 1 for other grades.',
    );
    expect(notShownWords({}, t)).to.equal(undefined);
  });
});
