import { expect } from 'chai';
import { type LimitAnswer, NO_CODES } from '../../../core/matching/limit-answers.ts';
import type { Help } from '../../../core/matching/what-would-help.ts';
import type { OfferView } from '../../../web/api/offers.ts';
import { answerWords, lossWords } from '../../../web/parts/matching/answer-words.ts';
import { changeWords, factWords, opensWords } from '../../../web/parts/matching/help-words.ts';
import type { MatchingVoice } from '../../../web/parts/matching/use-matching.ts';
import { en } from '../../../web/text/en.ts';
import { es } from '../../../web/text/es.ts';
import { type MatchingTexts, matchingEn } from '../../../web/text/matching-en.ts';
import { matchingEs } from '../../../web/text/matching-es.ts';
import type { MainTexts } from '../../../web/text/texts.ts';
import { createTranslate, type Language, type Text } from '../../../web/text/translate.ts';
import { wording } from '../work/wording.ts';

function voiceOf(language: Language): MatchingVoice {
  const m = createTranslate<MatchingTexts>(language, language === 'es' ? matchingEs : matchingEn);
  return { ...wording(language), m, language };
}

function mainVoice(language: Language) {
  return { language, t: createTranslate<MainTexts>(language, language === 'es' ? es : en) };
}

function holes(text: Text): string[] {
  const forms = typeof text === 'string' ? [text] : Object.values(text);
  return [
    ...new Set(forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))),
  ].sort();
}

const VALUES: Record<string, LimitAnswer['values']> = {
  'no-age': { min: 5, max: 12 },
  'no-grade': { min: 6, max: 8, grade: 0 },
  'no-language': { languages: 'so,vi' },
  'no-program': { programs: 'snap,wic' },
  'no-gender': { genders: 'female' },
  'no-attribute': { attribute: 'firstInCollege', values: 'yes' },
  'no-too-far': { minutes: 52.4, mode: 'bus', from: 'school', maximum: 45 },
  'no-hours': { minutes: 30 },
  'no-hours-late': { minutes: 30, arrival: '15:41', latest: '15:30' },
};

describe('The words that explain matches', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(matchingEs).sort()).to.deep.equal(Object.keys(matchingEn).sort());
    for (const key of Object.keys(matchingEn) as (keyof typeof matchingEn)[])
      expect(holes(matchingEs[key]), key).to.deep.equal(holes(matchingEn[key]));
  });

  for (const language of ['en', 'es'] as const) {
    it(`say every limit that is not met, with its numbers (${language})`, () => {
      for (const code of NO_CODES) {
        const answer: LimitAnswer = { limit: 'age', answer: 'fails', code, values: VALUES[code] ?? {} };
        const words = answerWords(answer, voiceOf(language), mainVoice(language));
        expect(words, code)
          .to.match(/\w{3}/)
          .and.to.not.match(/[{}]|undefined|NaN/);
      }
    });
  }

  it('say the student’s own figure beside the limit', () => {
    const said = (code: string) =>
      answerWords(
        { limit: 'grade', answer: 'fails', code, values: VALUES[code] ?? {} },
        voiceOf('en'),
        mainVoice('en'),
      );
    expect(said('no-grade')).to.equal('it takes grades 6–8, the student is in grade K');
    expect(said('no-too-far')).to.equal('52 min by bus from school is too far, the most is 45 min');
    expect(said('no-hours-late').replace(/\s/g, ' '))
      .to.contain('there at 3:41 pm')
      .and.to.contain('at 3:30 pm');
  });

  it('say a limit that is met as the reasons of matches do', () => {
    const answer: LimitAnswer = { limit: 'full', answer: 'passes', code: 'places', values: { free: 2 } };
    expect(answerWords(answer, voiceOf('en'), mainVoice('en'))).to.equal('2 places free');
  });

  it('say on which factors a place falls behind, the most first, and nothing of what it wins', () => {
    const weights = { term: 1, urgency: 1, travel: 2, places: 1, language: 2, cost: 1, continuity: 1 };
    const same = { term: 1, urgency: 1, places: 0.5, cost: 1, continuity: 0.5 };
    const pair = {
      match: { factors: { ...same, travel: 0.5, language: 0, cost: 1 } },
      compared: { offerId: 'b', rank: 10, score: 0.7, factors: { ...same, travel: 1, language: 1, cost: 0 } },
    } as unknown as Parameters<typeof lossWords>[0];
    expect(lossWords(pair, { weights, travelHalfMinutes: 15 }, voiceOf('en'))).to.equal(
      '0.22 on “Language” and 0.11 on “Short way”',
    );
  });

  it('say each change and what it opens', () => {
    const offers = {
      a: { serviceName: 'Reading Friends', organizationId: 'library', organizationName: 'Public Library' },
      b: { serviceName: 'Code Harbor' },
    };
    const page = { offers: offers as unknown as Record<string, OfferView> } as Parameters<
      typeof changeWords
    >[1];
    const changes: [Help, string, string][] = [
      [
        { kind: 'place', offerId: 'a', opened: 1, offerIds: ['a'] },
        'A free place at Reading Friends',
        'opens 1 place: Reading Friends',
      ],
      [
        { kind: 'agreement', organizationId: 'library', opened: 1, offerIds: ['a'] },
        'An agreement with Public Library, with all papers',
        'opens 1 place: Reading Friends',
      ],
      [
        { kind: 'minutes', minutes: 30, opened: 2, offerIds: ['a', 'b'] },
        '30 more minutes of travel',
        'opens 2 places: Reading Friends and Code Harbor',
      ],
      [
        { kind: 'mode', mode: 'car', opened: 9, offerIds: ['a', 'b'] },
        'A ride by car',
        'opens 9 places: Reading Friends, Code Harbor and more',
      ],
      [
        { kind: 'language', language: 'so', opened: 1, offerIds: ['b'] },
        'Somebody who speaks Somali with them',
        'opens 1 place: Code Harbor',
      ],
      [
        { kind: 'free-time', span: { day: 'TU', from: '15:30', to: '17:00' }, opened: 1, offerIds: ['b'] },
        'Free time Tue 3:30–5\u00a0pm',
        'opens 1 place: Code Harbor',
      ],
    ];
    for (const [help, change, opens] of changes) {
      expect(changeWords(help, page, voiceOf('en')).replace(/\s/g, ' ')).to.equal(change.replace(/\s/g, ' '));
      expect(opensWords(help, page, voiceOf('en'))).to.equal(opens);
    }
  });

  it('say which fact is to be found out, and how many places ask for it', () => {
    expect(factWords({ fact: 'birth-month', asked: 1 }, voiceOf('en'))).to.equal(
      'The birth month: 1 place asks for it',
    );
    expect(factWords({ fact: 'attribute:unheard-of', asked: 2 }, voiceOf('en'))).to.equal(
      'unheard-of: 2 places ask for it',
    );
  });
});
