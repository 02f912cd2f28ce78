import type { MissingFact } from '../eligibility/verdict.ts';
import { groupBy } from '../lists/group-by.ts';
import type { WeeklySpan } from '../schedule/schedule.ts';
import { TRAVEL_MODES, type TravelMode, type TravelRules } from '../travel/travel.ts';
import { freeSlots, narrowSlot } from './free-slots.ts';
import { type Court, isFull, type Journey, judgeOffer } from './judge-offer.ts';
import { judgeTerm } from './judge-term.ts';
import type { MatchStudent } from './match-input.ts';
import type { PreparedMatching } from './prepare-matching.ts';
import { compareRanked, type Ranked, rankedOffer } from './rank-offers.ts';
import type { Candidate } from './term-index.ts';
import type { TermReach } from './term-reach.ts';
import { type Wish, wishesOf } from './wishes.ts';

/** One change, and nothing else. `language`: somebody who interprets, or who gives it in a language of the student. */
export type HelpChange =
  | { kind: 'place'; offerId: string }
  | { kind: 'agreement'; organizationId: string }
  | { kind: 'minutes'; minutes: number }
  | { kind: 'free-time'; span: WeeklySpan }
  | { kind: 'mode'; mode: TravelMode }
  | { kind: 'language'; language: string };

/** What a change opens: offers that pass every limit with it and not without it. */
export type Help = HelpChange & {
  opened: number;
  /** The best of them, at most three. */
  offerIds: string[];
};

/** A fact about the student that nobody knows and matches ask for: it would settle so many questions. */
export interface AskedFact {
  fact: Exclude<MissingFact, 'source'> | 'free-times';
  asked: number;
}

export interface WhatWouldHelp {
  wish: Wish;
  /** How many offers are left as it is. */
  passed: number;
  /** Most opened first, then in the order of kinds, then the smaller change. */
  helps: Help[];
  facts: AskedFact[];
}

/** Steps of travel time that are tried, in minutes more than what each way of travelling allows. */
const STEP = 5;
const MOST_MORE = 60;
const MOST_SHOWN = 3;
const KINDS = ['place', 'agreement', 'minutes', 'free-time', 'mode', 'language'] as const;

/**
 * The single changes that open something for a wish, or with `only` for one offer. None is guessed: each is judged as
 * matches are, with that change made.
 */
export function whatWouldHelp(
  prepared: PreparedMatching,
  student: MatchStudent,
  term: string,
  only?: string,
): WhatWouldHelp | undefined {
  const wish = wishesOf(student).find((one) => one.term === term);
  if (!wish) return undefined;
  const trial = trialOf(prepared, student, wish, only);
  const helps = [
    ...placeHelps(trial),
    ...agreementHelps(trial),
    ...minuteHelps(trial),
    ...freeTimeHelps(trial),
    ...modeHelps(trial),
    ...languageHelps(trial),
  ];
  helps.sort(
    (a, b) => b.opened - a.opened || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || size(a) - size(b),
  );
  return { wish, passed: trial.now.size, helps, facts: askedFacts(trial) };
}

interface Trial {
  prepared: PreparedMatching;
  student: MatchStudent;
  wish: Wish;
  candidates: readonly Candidate[];
  /** Before the judge as things are. */
  court: Court;
  /** Positions of what passes as things are. */
  now: ReadonlyMap<number, Ranked>;
  /** What passes before another court and not now, best first. */
  opens(court: Court): Ranked[];
}

function trialOf(prepared: PreparedMatching, student: MatchStudent, wish: Wish, only?: string): Trial {
  const { columns, rules, reach, courtOf } = prepared;
  const term = reach(wish.term);
  const candidates =
    only === undefined
      ? term.candidates
      : one(
          term,
          columns.offers.findIndex(({ id }) => id === only),
        );
  const pass = (court: Court) => {
    const passed = new Map<number, Ranked>();
    const add = (candidate: Candidate, journey: Journey) =>
      passed.set(candidate.offer, rankedOffer(wish, candidate, journey, court, rules));
    if (only === undefined) judgeTerm(court, term, add);
    else
      for (const candidate of candidates) {
        const judged = judgeOffer(court, candidate.offer);
        if (typeof judged === 'object') add(candidate, judged);
      }
    return passed;
  };
  const court = courtOf(student);
  const now = pass(court);
  const opens = (changed: Court) =>
    [...pass(changed).values()].filter(({ candidate }) => !now.has(candidate.offer)).sort(compareRanked);
  return { prepared, student, wish, candidates, court: courtOf(student), now, opens };
}

function one({ candidates }: TermReach, offer: number): Candidate[] {
  return candidates.filter((candidate) => candidate.offer === offer);
}

function tell({ prepared }: Trial, change: HelpChange, opened: readonly Ranked[]): Help[] {
  if (opened.length === 0) return [];
  const best = opened.slice(0, MOST_SHOWN);
  const offerIds = best.map(({ candidate }) => prepared.columns.offers[candidate.offer]!.id);
  return [{ ...change, opened: opened.length, offerIds }];
}

/** Each full partner is a change of its own: the three that would rank best. */
function placeHelps(trial: Trial): Help[] {
  const { prepared, student } = trial;
  const court = prepared.courtOf(student);
  const offers = court.offers.map((offer) => (isFull(offer) ? { ...offer, placesFree: 1 } : offer));
  return trial
    .opens({ ...court, offers })
    .slice(0, MOST_SHOWN)
    .flatMap((ranked) => {
      const offerId = offers[ranked.candidate.offer]!.id;
      return tell(trial, { kind: 'place', offerId }, [ranked]);
    });
}

/** An agreement with each partner that lacks one is a change of its own: the three whose best would rank best. */
function agreementHelps(trial: Trial): Help[] {
  const { prepared, student } = trial;
  const court = prepared.courtOf(student);
  if (!court.approval?.demanded) return [];
  const opened = groupBy(
    trial.opens({ ...court, approval: undefined }),
    ({ candidate }) => prepared.columns.offers[candidate.offer]!.organizationId,
  );
  return [...opened]
    .slice(0, MOST_SHOWN)
    .flatMap(([organizationId, ranked]) => tell(trial, { kind: 'agreement', organizationId }, ranked));
}

/** The first step that opens something, and the step from which on nothing more is opened. */
function minuteHelps(trial: Trial): Help[] {
  const { prepared, student } = trial;
  const opensWith = (more: number) =>
    trial.opens(prepared.courtOf(student, withMoreMinutes(prepared.travel, more)));
  const most = opensWith(MOST_MORE);
  if (most.length === 0) return [];
  const least = smallestStep((more) => opensWith(more).length > 0);
  const all = smallestStep((more) => opensWith(more).length === most.length);
  return [...new Set([least, all])].flatMap((minutes) =>
    tell(trial, { kind: 'minutes', minutes }, opensWith(minutes)),
  );
}

/** More time never closes what less time opens, so the smallest step that does it is found by halving. */
function smallestStep(does: (more: number) => boolean): number {
  let [below, from] = [0, MOST_MORE / STEP];
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2);
    if (does(middle * STEP)) from = middle;
    else below = middle;
  }
  return from * STEP;
}

function withMoreMinutes(travel: TravelRules, more: number): TravelRules {
  const longer = (mode: TravelMode) => ({
    ...travel[mode],
    maximumMinutes: travel[mode].maximumMinutes + more,
  });
  return { walk: longer('walk'), bike: longer('bike'), bus: longer('bus'), car: longer('car') };
}

/** A time that is not known is no limit, so more of it opens nothing. */
function freeTimeHelps(trial: Trial): Help[] {
  const { prepared, student, court } = trial;
  if (student.freeTimes.length === 0) return [];
  const opensWith = (span: WeeklySpan) =>
    trial.opens(prepared.courtOf({ ...student, freeTimes: [...student.freeTimes, span] }));
  return freeSlots(court.view.dayStartsAt, court.view.dayEndsAt).flatMap((slot) => {
    const opened = opensWith(slot);
    if (opened.length === 0) return [];
    const hours = opened.flatMap(({ candidate }) => prepared.columns.offers[candidate.offer]!.hours);
    const narrow = narrowSlot(slot, hours);
    const same = narrow && opensWith(narrow);
    return same && same.length === opened.length
      ? tell(trial, { kind: 'free-time', span: narrow }, same)
      : tell(trial, { kind: 'free-time', span: slot }, opened);
  });
}

function modeHelps(trial: Trial): Help[] {
  const { prepared, student, court } = trial;
  const { modes } = court.view;
  return TRAVEL_MODES.filter((mode) => !modes.includes(mode)).flatMap((mode) =>
    tell(
      trial,
      { kind: 'mode', mode },
      trial.opens(prepared.courtOf({ ...student, travelModes: [...modes, mode] })),
    ),
  );
}

/** Only where a service asks for a language: otherwise it decides the order and closes nothing. */
function languageHelps(trial: Trial): Help[] {
  const { prepared, student, candidates } = trial;
  if (student.languages.length === 0) return [];
  const asked = candidates.flatMap(
    ({ offer }) => prepared.columns.offers[offer]!.eligibility.requiredLanguages ?? [],
  );
  const foreign = [...new Set(asked)].filter((code) => !student.languages.includes(code)).sort();
  return foreign.flatMap((language) =>
    tell(
      trial,
      { kind: 'language', language },
      trial.opens(prepared.courtOf({ ...student, languages: [...student.languages, language] })),
    ),
  );
}

/** Counted over what passes: whoever gives the fact turns so many questions into an answer. */
function askedFacts({ prepared, student, now }: Trial): AskedFact[] {
  const { view } = prepared.courtOf(student);
  const counts = new Map<AskedFact['fact'], number>();
  const count = (fact: AskedFact['fact']) => counts.set(fact, (counts.get(fact) ?? 0) + 1);
  for (const offer of now.keys()) {
    const missing = new Set<AskedFact['fact']>();
    for (const verdict of view.access(offer).verdicts)
      if (verdict.answer === 'unknown' && verdict.missing !== 'source') missing.add(verdict.missing);
    if (student.freeTimes.length === 0 && prepared.columns.offers[offer]!.hoursKnown)
      missing.add('free-times');
    for (const fact of missing) count(fact);
  }
  return [...counts]
    .map(([fact, asked]) => ({ fact, asked }))
    .sort((a, b) => b.asked - a.asked || (a.fact < b.fact ? -1 : 1));
}

function size(help: Help): number {
  return help.kind === 'minutes' ? help.minutes : 0;
}
