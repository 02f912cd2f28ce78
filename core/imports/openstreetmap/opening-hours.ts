import { WEEKDAYS, type Weekday } from '../../schedule/schedule.ts';
import type { Span } from '../parse-hours.ts';
import { type OpeningRule, readOpeningRule } from './opening-rule.ts';

export interface OpeningHours {
  /** Days with the same hours together: "MO,TU", or "1SA,3SA" for days of the month. */
  times: { byday: string; span: Span }[];
  /** What holds on holidays, in words. */
  holidays?: string;
}

/** A longer one is a mistake; OpenStreetMap's own values end at 255 letters. */
const MOST_LETTERS = 1000;

/**
 * OpenStreetMap's `opening_hours` (wiki.openstreetmap.org/wiki/Key:opening_hours/specification), as far as it tells the
 * hours of an ordinary week for certain. Later rules take the place of earlier ones on their days; what is added with a
 * comma stands beside them. Undefined where months, weeks, the sun, or words decide: then only people can read it.
 */
export function parseOpeningHours(input: string): OpeningHours | undefined {
  const text = input.trim();
  if (text.length > MOST_LETTERS) return undefined;
  const read = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(withAdded);
  const rules = read.flatMap(({ rule, isAdded }) => (rule ? [{ rule, isAdded }] : []));
  if (rules.length < read.length) return undefined;
  const week = weekOf(rules);
  const nth = nthOf(rules.map(({ rule }) => rule));
  const times = week && nth && [...grouped(week), ...nth];
  if (!times || times.length === 0) return undefined;
  const holidays = rules.flatMap(({ rule }) => rule.holidays ?? []).join('\n');
  return { times, ...(holidays && { holidays }) };
}

interface ReadRule {
  rule: OpeningRule | undefined;
  isAdded: boolean;
}

/** "Mo 09:00-12:00, We 10:00-14:00": the second stands beside the first. */
function withAdded(text: string): ReadRule[] {
  return text
    .split(/(?<=\d|off|closed)\s*,\s*(?=Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)/)
    .map((part, at) => ({ rule: readOpeningRule(part), isAdded: at > 0 }));
}

type Week = Map<Weekday, Span[]>;

/** Undefined where something is added and closed at once. */
function weekOf(rules: readonly { rule: OpeningRule; isAdded: boolean }[]): Week | undefined {
  const week: Week = new Map();
  for (const { rule, isAdded } of rules) {
    if (isAdded && rule.spans.length === 0 && rule.days.length > 0) return undefined;
    for (const day of rule.days)
      week.set(day, isAdded ? [...(week.get(day) ?? []), ...rule.spans] : rule.spans);
  }
  return week;
}

/** The days of the month. Undefined where their weekday has hours of its own, too: one of the two is an exception. */
function nthOf(rules: readonly OpeningRule[]): OpeningHours['times'] | undefined {
  const weekdays = new Set<string>(rules.flatMap(({ days }) => days));
  const monthly = rules.filter(({ nth }) => nth.length > 0);
  const days = monthly.flatMap(({ nth }) => nth);
  const isClear =
    new Set(days).size === days.length &&
    days.every((day) => !weekdays.has(day.slice(-2))) &&
    monthly.every(({ spans }) => spans.length > 0);
  if (!isClear) return undefined;
  return monthly.flatMap(({ nth, spans }) => spans.map((span) => ({ byday: nth.join(','), span })));
}

function grouped(week: Week): OpeningHours['times'] {
  const groups = new Map<string, { days: Weekday[]; span: Span }>();
  for (const day of WEEKDAYS)
    for (const span of week.get(day) ?? []) {
      const key = `${span.opensAt}-${span.closesAt}`;
      const group = groups.get(key) ?? { days: [], span };
      group.days.push(day);
      groups.set(key, group);
    }
  return [...groups.values()].map(({ days, span }) => ({ byday: [...new Set(days)].join(','), span }));
}
