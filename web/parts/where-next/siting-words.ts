import type { JobView } from '../../../core/jobs/job.ts';
import type { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type {
  SitingOutcome,
  SitingPeople,
  SitingStep,
  StandingRooms,
} from '../../../core/where-next/siting-outcome.ts';
import { costsOf } from './siting-amounts.ts';
import { keepsToRoom, type SitingQuery } from './siting-query.ts';
import type { WhereNextVoice } from './use-where-next.ts';

/** The question as a sentence, for the printed page and those who cannot ask. */
export function askSentence(query: SitingQuery, { w, t, say, term }: WhereNextVoice): string {
  const { terms, model, candidates, minutes, mode, demand, sites: n } = query;
  const values = {
    terms: say.list(terms.map(term)),
    model: w(`ask.model.${model}`),
    candidates: w(`ask.candidates.${candidates}`),
    people: w(`people.${demand}`),
    by: t(`by.${mode}`),
    minutes,
  };
  return model === 'lscp' ? w('ask.sentenceFew', values) : w('ask.sentence', { ...values, n });
}

/** What else the question keeps to: money, and sites that must be in. */
export function limitWords(query: SitingQuery, { w, say }: WhereNextVoice): string[] {
  const figure = (value: number) => value.toLocaleString(say.locale);
  const { costs, budget } = costsOf(query);
  const prices = costs && { school: figure(costs.school), location: figure(costs.location) };
  return [
    ...(query.capacity !== null && keepsToRoom(query.model)
      ? [w('limit.capacity', { n: query.capacity })]
      : []),
    ...(budget !== undefined ? [w('limit.budget', { budget: figure(budget) })] : []),
    ...(prices ? [w(`limit.prices.${query.candidates}`, prices)] : []),
    ...(query.force.length > 0 ? [w('limit.forced', { n: query.force.length })] : []),
  ];
}

/** "Counseling, 30 min by car, all students: most people within reach, up to 3". */
export function askName(query: SitingQuery, voice: WhereNextVoice): string {
  const { w, t, say, term } = voice;
  const { terms, model, minutes, mode, demand, sites: n } = query;
  const item = w('stored.item', {
    terms: say.list(terms.map(term)),
    model: w(`ask.model.${model}`),
    people: w(`people.${demand}`),
    by: t(`by.${mode}`),
    minutes,
    sites: model === 'lscp' ? w('ask.sites.few') : w('ask.sites.n', { n }),
  });
  return [`${item}.`, ...limitWords(query, voice)].join(' ');
}

/** What the proposal changes: for each kind of help who is in reach, then the ways. */
export function answerSentences(outcome: SitingOutcome, voice: WhereNextVoice): string[] {
  const { ask, steps, proposed } = outcome;
  const [before, after] = [steps[0]!, steps.at(-1)!];
  const withSites = voice.w('with.sites', { n: proposed.length });
  const reach = ask.terms.map((_, term) => reachSentence(outcome, term, withSites, voice));
  return [
    ...reach,
    ...roomSentences(outcome, voice),
    ...waySentences(ask, before, after, voice),
    ...costSentences(outcome, voice),
  ];
}

/** Who could get there and finds no room, of each kind of help. */
function roomSentences({ ask, steps }: SitingOutcome, { w, term }: WhereNextVoice): string[] {
  const left = steps.at(-1)!.noRoom ?? [];
  const model = ask.model === 'mclp' ? 'mclp' : 'p-median';
  return left.flatMap((people, index) => {
    const n = Math.round(people);
    if (n === 0) return [];
    const said = w(`answer.noRoom.${model}`, { n, minutes: ask.minutes });
    return [left.length > 1 ? `${term(ask.terms[index]!)}: ${said}` : said];
  });
}

function costSentences({ ask: { costs, budget }, proposed }: SitingOutcome, { w, say }: WhereNextVoice) {
  if (!costs) return [];
  const figure = (value: number) => value.toLocaleString(say.locale);
  const cost = figure(proposed.reduce((sum, { kind }) => sum + costs[kind], 0));
  return [
    budget === undefined ? w('answer.cost', { cost }) : w('answer.costOf', { cost, budget: figure(budget) }),
  ];
}

function reachSentence(
  { ask, steps, people }: SitingOutcome,
  index: number,
  withSites: string,
  { w, t, say, term }: WhereNextVoice,
): string {
  const all = people[index]!.people;
  const [before, after] = [steps[0]!.inTime[index]!.people, steps.at(-1)!.inTime[index]!.people];
  const share = (count: number) => say.percent(all > 0 ? count / all : 0);
  const values = {
    with: withSites,
    term: term(ask.terms[index]!),
    minutes: ask.minutes,
    by: t(`by.${ask.mode}`),
    after: share(after),
  };
  if (!ask.keepExisting) return w('answer.first', { ...values, count: after, all });
  if (after === before) return w('answer.same', values);
  const more = w(`more.${ask.demand}`, { n: after - before });
  return w('answer.more', { ...values, more, before: share(before) });
}

function waySentences(
  ask: SitingAsk,
  before: SitingStep,
  after: SitingStep,
  { w, say }: WhereNextVoice,
): string[] {
  const minutes = (value: number) => value.toLocaleString(say.locale);
  const ways = (what: 'average' | 'longest', then: number | null, now: number | null) => {
    if (then === null) return [];
    if (now === null) return [w(`answer.${what}Only`, { after: minutes(then) })];
    return [w(`answer.${what}`, { after: minutes(then), before: minutes(now) })];
  };
  return [
    ...ways('average', after.averageMinutes, before.averageMinutes),
    ...(ask.model === 'p-centre' ? ways('longest', after.longestMinutes, before.longestMinutes) : []),
  ];
}

/** How sure it is that nothing better is possible. */
export function proofSentence({ ask, proof }: SitingOutcome, { w, say }: WhereNextVoice): string {
  if (proof.proven)
    return w(ask.model === 'lscp' ? (ask.costs ? 'proof.cheapest' : 'proof.fewest') : 'proof.best');
  return proof.gap === null ? w('proof.open') : w('proof.gap', { gap: sayGap(proof.gap, say.locale) });
}

/** What else there is to know: who is in no figure, what was left out, how it was worked out. */
export function noteSentences(outcome: SitingOutcome, { w, say }: WhereNextVoice): string[] {
  const { steps, idle, noData, asOf, travel, proposed, candidates, standing } = outcome;
  const unreached = Math.max(...steps.at(-1)!.unreached);
  return [
    ...(idle > 0 ? [w('note.idle', { n: idle })] : []),
    ...(standing ? standingSentences(standing, { w, say }) : []),
    ...(unreached > 0 ? [w('note.unreached', { n: unreached })] : []),
    ...(noData > 0 ? [w('note.noData', { n: noData })] : []),
    ...(proposed.length > 1 ? [w('note.order')] : []),
    w('note.tried', { n: candidates }),
    w(travel.estimated ? 'note.straight' : `note.${travel.engine}`),
    w('note.counted', { date: say.date(`${asOf}T12:00Z`) }),
  ];
}

function standingSentences(
  { services, room, takes, untold }: StandingRooms,
  { w, say }: Pick<WhereNextVoice, 'w' | 'say'>,
): string[] {
  const figure = (value: number) => Math.round(value).toLocaleString(say.locale);
  return [
    ...(services > 0 ? [w('note.rooms', { n: services, room: figure(room), takes: figure(takes) })] : []),
    ...(untold > 0 ? [w('note.untold', { n: untold })] : []),
  ];
}

/** While it goes on: how good the best so far is known to be; nothing before anything is known. */
export function newsSentence(
  { progress }: Pick<JobView, 'progress'>,
  { w, say }: WhereNextVoice,
): string | null {
  const gap = progress.figures?.gap;
  return gap === undefined ? null : w('search.news', { gap: sayGap(gap, say.locale) });
}

/** "1,240", or "1,240 (1,050–1,430)" where there is a margin of error. */
export function peopleWords({ people, low, high }: SitingPeople, { w, say }: WhereNextVoice): string {
  const figure = (value: number) => Math.round(value).toLocaleString(say.locale);
  if (low === undefined || high === undefined) return figure(people);
  return w('figure.range', { people: figure(people), low: figure(low), high: figure(high) });
}

/** Rounded up to a tenth of a percent: it is a promise of at most. */
function sayGap(gap: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return percent.format(Math.ceil(gap * 1000) / 1000);
}
