import { expect } from 'chai';
import { ScenarioDraft } from '../../../core/what-if/scenario.ts';
import { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type { SitingOutcome, SitingStep } from '../../../core/where-next/siting-outcome.ts';
import { forcedAmong, withoutSite, withSite } from '../../../web/parts/where-next/choose-site.ts';
import { reachClass, reachClassesOf } from '../../../web/parts/where-next/reach-classes.ts';
import { scenariosOf } from '../../../web/parts/where-next/scenarios-of.ts';
import { amountsMissing } from '../../../web/parts/where-next/siting-amounts.ts';
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
  limitWords,
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
  capacity: 80,
  candidates: 'schools',
  keepExisting: false,
  force: ['school:c'],
  exclude: ['location:a', 'school:b'],
  budget: 900,
  schoolPrice: 100.5,
  locationPrice: null,
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
    const nonsense = 'capacity=0&minutes=7&sites=999&model=best&in=boats&demand=x&mode=rocket';
    expect(sitingQuery.parse(new URLSearchParams(nonsense))).to.deep.equal(untouched);
  });

  it('finds the run that answers it, whatever the order, and none that was asked with more', () => {
    const ask = SitingAsk.parse({ ...askOf(QUERY), terms: ['glasses', 'food'] });
    expect(sameQuery(queryOf(ask)!, QUERY)).to.equal(true);
    expect(sameQuery(queryOf(ask)!, { ...QUERY, sites: 8 })).to.equal(false);
    expect(sameQuery(queryOf(ask)!, { ...QUERY, force: [] })).to.equal(false);
    expect(sameQuery(queryOf(ask)!, { ...QUERY, budget: 901 })).to.equal(false);
    const { sites: _, ...boughtOnly } = ask;
    expect(queryOf(boughtOnly), 'without a number of sites').to.equal(undefined);
    expect(askOf({ ...QUERY, model: 'lscp' })).to.not.have.any.keys('sites', 'capacity');
    expect(sameQuery(queryOf(ask)!, { ...QUERY, capacity: 81 })).to.equal(false);
  });
});

describe('The limits of a search for sites', () => {
  it('send a budget with the prices that matter, and nothing where one of them is missing', () => {
    expect(SitingAsk.parse(askOf(QUERY))).to.deep.include({
      budget: 900,
      costs: { school: 100.5, location: 100.5 },
    });
    const both = { ...QUERY, candidates: 'both' as const };
    expect(amountsMissing(both)).to.deep.equal(['locationPrice']);
    expect(askOf(both)).to.not.have.any.keys('budget', 'costs');
    expect(amountsMissing({ ...both, locationPrice: 0 })).to.deep.equal([]);
    expect(amountsMissing({ ...QUERY, budget: null, schoolPrice: null })).to.deep.equal([]);
    const cheap = askOf({ ...QUERY, model: 'lscp' });
    expect(cheap).to.not.have.any.keys('budget', 'sites');
    expect(cheap.costs).to.deep.equal({ school: 100.5, location: 100.5 });
  });

  it('never ask for a site that must be in and must not, for more than may be, or of the wrong kind', () => {
    const few = { force: ['school:a'], exclude: ['school:b'], sites: 1 };
    expect(withSite(few, 'school:b')).to.deep.equal({
      force: ['school:a', 'school:b'],
      exclude: [],
      sites: 2,
    });
    expect(withoutSite(few, 'school:a')).to.deep.equal({
      force: [],
      exclude: ['school:a', 'school:b'],
      sites: 1,
    });
    expect(forcedAmong('sites', ['school:a', 'location:b'])).to.deep.equal(['location:b']);
  });
});

describe('A proposal as a scenario', () => {
  it('adds each site to the same question', () => {
    const [draft] = scenariosOf(outcome(), (term) => `For ${term}`);
    expect(ScenarioDraft.parse(draft)).to.deep.equal(draft);
    expect(draft).to.deep.include({
      name: 'For food',
      question: { terms: ['food'], minutes: 30, mode: 'car', demand: { of: 'students' } },
    });
    const rooms = (ask: object) =>
      scenariosOf(outcome({}, ask), String)[0]!.changes.map(
        (change) => change.kind === 'add' && change.capacity,
      );
    expect([rooms({}), rooms({ capacity: 75 })]).to.deep.equal([
      [20, 20],
      [75, 75],
    ]);
    expect(draft?.changes.map((change) => change.kind === 'add' && change.id)).to.deep.equal([
      'new-1',
      'new-2',
    ]);
  });

  it('of a hub is one for each kind of help, since a scenario takes any of several as enough', () => {
    const hub = scenariosOf(outcome({}, { terms: ['food', 'glasses'], demand: 'need' }), (term) => term);
    expect(hub.map(({ name, question }) => [name, question.terms, question.demand])).to.deep.equal([
      ['food', ['food'], { of: 'need', term: 'food' }],
      ['glasses', ['glasses'], { of: 'need', term: 'glasses' }],
    ]);
    expect(hub[0]!.changes).to.deep.equal(hub[1]!.changes);
  });

  it('is none where nothing is proposed, or where a scenario could not ask the same', () => {
    expect(scenariosOf(outcome({ proposed: [] }), () => 'x')).to.deep.equal([]);
    expect(scenariosOf(outcome({}, { keepExisting: false }), () => 'x')).to.deep.equal([]);
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

  it('say who finds no room, and how many services did not tell how much they have', () => {
    const full = { ...step(2100, 25), noRoom: [140] };
    const ask = { capacity: 75 };
    const standing = { services: 2, room: 300, takes: 250, untold: 7 };
    const told = outcome({ steps: [step(1200, 40), full], standing }, ask);
    expect(answerSentences(told, said)[1]).to.equal('140 more are within 30 min, but find no room there.');
    expect(answerSentences({ ...told, ask: { ...told.ask, model: 'p-median' } }, said)[1]).to.equal(
      '140 find no room anywhere.',
    );
    expect(noteSentences(told, said).join(' '))
      .to.include('told how much room they have: 300 places. 250 of them')
      .and.to.include('7 services did not tell.');
    expect(limitWords(QUERY, said)[0]).to.equal('Each new site has room for 80 people.');
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
    expect(limitWords({ ...QUERY, model: 'lscp' }, said)).to.deep.equal([
      'A site costs 100.5.',
      '1 place must be in.',
    ]);
    const costs = { costs: { school: 100.5, location: 1 }, budget: 900 };
    expect(answerSentences(outcome({}, costs), said).at(-1)).to.equal('In all, this costs 201 of 900.');
    expect(askSentence({ ...QUERY, model: 'lscp' }, said)).to.match(/^Where food and glasses should go next/);
  });

  it('colour a place by the kind of help that is worst off, and show what is new', () => {
    const term = (before: number | null, after: number | null) => ({ people: 10, before, after });
    expect(reachClass({ byTerm: [term(10, 10), null] }, 15)).to.equal('before');
    expect(reachClass({ byTerm: [term(10, 10), term(null, null)] }, 15)).to.equal('not');
    expect(reachClass({ byTerm: [term(16, 15), term(90, 90)] }, 15)).to.equal('newly');
    const placed = (placedBefore: number, placedAfter: number) => ({
      ...term(10, 10),
      placedBefore,
      placedAfter,
    });
    expect(reachClass({ byTerm: [placed(10, 10)] }, 15)).to.equal('before');
    expect(reachClass({ byTerm: [placed(4, 10)] }, 15)).to.equal('newly');
    expect(reachClass({ byTerm: [placed(10, 10), placed(4, 9)] }, 15)).to.equal('full');
    expect(reachClassesOf({})).to.not.include('full');
  });

  it('leave the same holes in both languages', () => {
    const holes = (text: Parameters<typeof render>[1]) =>
      [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
    for (const [key, text] of Object.entries(whereNextEn))
      expect(holes(whereNextEs[key as keyof WhereNextTexts]), key).to.deep.equal(holes(text));
  });
});
