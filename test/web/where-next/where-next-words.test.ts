import { expect } from 'chai';
import { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type { SitingOutcome, SitingStep } from '../../../core/where-next/siting-outcome.ts';
import { reachClass } from '../../../web/parts/where-next/reach-classes.ts';
import { scenarioOf } from '../../../web/parts/where-next/scenario-of.ts';
import {
  askOf,
  queryOf,
  type SitingQuery,
  sameQuery,
  sitingQuery,
} from '../../../web/parts/where-next/siting-query.ts';
import {
  answerSentences,
  askSentence,
  newsSentence,
  noteSentences,
  peopleWords,
  proofSentence,
} from '../../../web/parts/where-next/siting-words.ts';
import { createTranslate, type Language, type render } from '../../../web/text/translate.ts';
import { type WhereNextTexts, whereNextEn } from '../../../web/text/where-next-en.ts';
import { whereNextEs } from '../../../web/text/where-next-es.ts';
import { wording } from '../work/wording.ts';

const voiceOf = (language: Language) => ({
  ...wording(language),
  language,
  w: createTranslate<WhereNextTexts>(language, language === 'es' ? whereNextEs : whereNextEn),
});
const said = voiceOf('en');

const QUERY: SitingQuery = {
  terms: ['food', 'glasses'],
  minutes: 45,
  mode: 'bus',
  demand: 'children',
  model: 'p-median',
  sites: 7,
  candidates: 'schools',
  keepExisting: false,
  exclude: ['location:a', 'school:b'],
};

function step(people: number, averageMinutes: number | null): SitingStep {
  return { inTime: [{ people }], averageMinutes, longestMinutes: 80, unreached: [0] };
}

function outcome(change: Partial<SitingOutcome> = {}, ask: object = {}): SitingOutcome {
  const site = { recordId: 'a', name: 'A', forced: false };
  const proposed = (id: string): SitingOutcome['proposed'][number] => ({
    ...site,
    id,
    kind: 'school',
    point: [0, 0],
  });
  return {
    ask: SitingAsk.parse({ model: 'mclp', terms: ['food'], minutes: 30, mode: 'car', sites: 2, ...ask }),
    proposed: [proposed('school:a'), proposed('school:b')],
    steps: [step(1200, 40), step(1900, 30), step(2100, 25.5)],
    idle: 0,
    proof: { proven: true, gap: 0, objective: 2100, bound: 2100 },
    candidates: 60,
    people: [{ people: 2500 }],
    places: [],
    existing: [],
    noData: 0,
    asOf: '2026-11-02',
    travel: { engine: 'straight', version: 'x', estimated: true },
    ...change,
  };
}

describe('The address of a search for sites', () => {
  it('brings the question back as it was sent, and is short where nothing is chosen', () => {
    const sent = sitingQuery.format(QUERY).toString();
    expect(sitingQuery.parse(new URLSearchParams(sent))).to.deep.equal(QUERY);
    const untouched = sitingQuery.parse(new URLSearchParams());
    expect(sitingQuery.format(untouched).toString()).to.equal('');
    const nonsense = 'minutes=7&sites=999&model=best&in=boats&demand=x&mode=rocket';
    expect(sitingQuery.parse(new URLSearchParams(nonsense))).to.deep.equal(untouched);
  });

  it('finds the run that answers it, whatever the order, and none that was asked with more', () => {
    const ask = SitingAsk.parse({ ...askOf(QUERY), terms: ['glasses', 'food'] });
    expect(sameQuery(queryOf(ask)!, QUERY)).to.equal(true);
    expect(sameQuery(queryOf(ask)!, { ...QUERY, sites: 8 })).to.equal(false);
    expect(queryOf({ ...ask, force: ['school:c'] })).to.equal(undefined);
    expect(askOf({ ...QUERY, model: 'lscp' })).to.not.have.property('sites');
  });
});

describe('A proposal as a scenario', () => {
  it('adds each site to the same question', () => {
    const draft = scenarioOf(outcome(), (terms) => `For ${terms}`);
    expect(ScenarioDraft.parse(draft)).to.deep.equal(draft);
    expect(draft).to.deep.include({
      name: 'For food',
      question: { terms: ['food'], minutes: 30, mode: 'car', demand: { of: 'students' } },
    });
    expect(draft?.changes.map((change) => change.kind === 'add' && change.id)).to.deep.equal([
      'new-1',
      'new-2',
    ]);
    const need = scenarioOf(outcome({}, { demand: 'need' }), () => 'x');
    expect(need?.question.demand).to.deep.equal({ of: 'need', term: 'food' });
  });

  it('is none where nothing is proposed, or where a scenario could not ask the same', () => {
    expect(scenarioOf(outcome({ proposed: [] }), () => 'x')).to.equal(undefined);
    expect(scenarioOf(outcome({}, { keepExisting: false }), () => 'x')).to.equal(undefined);
    expect(scenarioOf(outcome({}, { terms: ['food', 'glasses'] }), () => 'x')).to.equal(undefined);
  });
});

describe('The words of a search for sites', () => {
  it('say what the sites would change, and how sure that is', () => {
    expect(answerSentences(outcome(), said)).to.deep.equal([
      'With these 2 sites, 900 more students would have food within 30 min by car: 84% instead of 48%.',
      'The way takes 25.5 min on average, instead of 40.',
    ]);
    expect(answerSentences(outcome(), voiceOf('es'))[0]).to.match(
      /900 estudiantes más: 84\s?% en vez de 48\s?%/,
    );
    expect(proofSentence(outcome(), said)).to.equal('Proven: no other choice does better.');
    const open = { proven: false, objective: 2100, bound: 2108 };
    expect(proofSentence(outcome({ proof: { ...open, gap: 0.00381 } }), said)).to.include('0.4% at most');
    expect(proofSentence(outcome({ proof: { ...open, gap: null } }), said)).to.match(/cannot say/);
  });

  it('claim no gain where there is none, and none over what was not counted', () => {
    const same = outcome({ steps: [step(1200, 40), step(1200, 30)] });
    expect(answerSentences(same, said)[0]).to.include('nobody more').and.to.include('48%, as now');
    const anew = outcome({ steps: [step(0, null), step(2100, 25)] }, { keepExisting: false });
    expect(answerSentences(anew, said)).to.deep.equal([
      'With these 2 sites, 84% would have food within 30 min by car: 2,100 of 2,500.',
      'The way takes 25 min on average.',
    ]);
    expect(answerSentences(outcome({}, { model: 'p-centre' }), said).at(-1)).to.equal(
      'Nobody needs more than 80 min, instead of 80.',
    );
  });

  it('name who is in no figure, and the margin where there is one', () => {
    const notes = noteSentences(
      outcome({ idle: 1, noData: 3, travel: { engine: 'roads', version: 'x', estimated: false } }),
      said,
    ).join(' ');
    for (const part of ['1 more site', '3 schools or areas', '60 places', 'road map', 'Nov 2, 2026'])
      expect(notes).to.include(part);
    expect(peopleWords({ people: 1240, low: 1049.6, high: 1430 }, said)).to.equal('1,240 (1,050–1,430)');
    expect(
      newsSentence({ progress: { step: 'siting', done: 1, figures: { gap: 0.0207 } } }, said),
    ).to.include('2.1%');
    expect(newsSentence({ progress: { step: 'ways', done: 1 } }, said)).to.equal(null);
    expect(askSentence({ ...QUERY, model: 'lscp' }, said)).to.match(/^Where food and glasses should go next/);
  });

  it('colour a place by the kind of help that is worst off, and show what is new', () => {
    const term = (before: number | null, after: number | null) => ({ people: 10, before, after });
    expect(reachClass({ byTerm: [term(10, 10), null] }, 15)).to.equal('before');
    expect(reachClass({ byTerm: [term(10, 10), term(null, null)] }, 15)).to.equal('not');
    expect(reachClass({ byTerm: [term(16, 15), term(90, 90)] }, 15)).to.equal('newly');
  });

  it('leave the same holes in both languages', () => {
    const holes = (text: Parameters<typeof render>[1]) =>
      [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
    for (const [key, text] of Object.entries(whereNextEn))
      expect(holes(whereNextEs[key as keyof WhereNextTexts]), key).to.deep.equal(holes(text));
  });
});
