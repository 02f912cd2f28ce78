import { WEEKDAYS, type Weekday } from '../schedule/schedule.ts';

export interface Days {
  freq: 'WEEKLY' | 'MONTHLY';
  /** RRULE BYDAY parts: "MO", or "2SA" for the second Saturday of a month. */
  byday: string[];
  /** 2 for "every other week". */
  interval?: number;
  /** Words that are not about days, such as "(closed 1-2pm)". */
  rest?: string;
}

const STEMS: readonly [RegExp, Weekday][] = [
  [/^(?:mo|mon|mond|mondays?|lun|lunes)$/, 'MO'],
  [/^(?:tu|tue|tues|tuesdays?|mar|martes)$/, 'TU'],
  [/^(?:we|wed|weds|wednesdays?|mié|mie|miércoles|miercoles)$/, 'WE'],
  [/^(?:th|thu|thur|thurs|thursdays?|jue|jueves)$/, 'TH'],
  [/^(?:fr|fri|fridays?|vie|viernes)$/, 'FR'],
  [/^(?:sa|sat|saturdays?|sáb|sab|sábados?|sabados?)$/, 'SA'],
  [/^(?:su|sun|sundays?|dom|domingos?)$/, 'SU'],
];

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
};

const SORTED_NAMES = new Map(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name, index) => [
    [...name].sort().join(''),
    WEEKDAYS[index]!,
  ]),
);

const FILLER = /^(?:of|the|each|every|month|months|on|and|y|&|de|cada|los|el)$/;
const JOINER = /^(?:-|–|—|to|thru|through|until|a|al)$/;

/** The weekday of one word, in English or Spanish, whole or shortened; letters in the wrong order are forgiven. */
export function parseWeekday(word: string): Weekday | undefined {
  const text = word.toLowerCase().replace(/\.$/, '');
  const known = STEMS.find(([stem]) => stem.test(text));
  return known ? known[1] : SORTED_NAMES.get([...text].sort().join(''));
}

/**
 * The days of "Monday - Friday", "Mon, Wed-Fri", "Second Saturday", "2nd & 4th Saturdays of every month",
 * "Every other Tuesday", "daily", "weekdays", "MO,TU", "1SA". Undefined where no day is named.
 */
export function parseDays(input: string): Days | undefined {
  const parts = ruleParts(input);
  if (parts) return { freq: parts.some((part) => part.length > 2) ? 'MONTHLY' : 'WEEKLY', byday: parts };
  const { text, rest } = setBracketsAside(input.toLowerCase());
  const whole = wholeWeek(text);
  if (whole) return { freq: 'WEEKLY', byday: whole, ...rest };
  const read = new DayReader();
  for (const token of text
    .split(/([-–—&]|[\s,;/]+)/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (!/^[,;/]+$/.test(token)) read.take(token);
  }
  return read.done(rest);
}

/** BYDAY parts of RFC 5545, where the whole text is made of them and they do not contradict each other. */
function ruleParts(input: string): string[] | undefined {
  const parts = input
    .toUpperCase()
    .split(',')
    .map((part) => part.trim());
  if (!parts.every((part) => /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(part))) return undefined;
  const nth = parts.filter((part) => part.length > 2).length;
  return nth === 0 || nth === parts.length
    ? [...new Set(parts.map((part) => part.replace('+', '')))]
    : undefined;
}

function setBracketsAside(text: string): { text: string; rest: { rest?: string } } {
  const brackets = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1]!.trim()).filter(Boolean);
  const without = text.replace(/\([^()]*\)/g, ' ').trim();
  return { text: without, rest: brackets.length > 0 ? { rest: brackets.join('; ') } : {} };
}

function wholeWeek(text: string): Weekday[] | undefined {
  if (/^(?:daily|every ?day|7 days(?: a week)?|24[-/]7|all week|todos los d[ií]as)$/.test(text))
    return [...WEEKDAYS];
  if (/^(?:week ?days|entre semana)$/.test(text)) return WEEKDAYS.slice(0, 5);
  if (/^(?:week ?ends?|fin(?:es)? de semana)$/.test(text)) return WEEKDAYS.slice(5);
  return undefined;
}

/** Reads day words from left to right, keeping open ranges and ordinals that wait for their day. */
class DayReader {
  private readonly days: string[] = [];
  private readonly other: string[] = [];
  private ordinals: number[] = [];
  private previous: Weekday | undefined;
  private inRange = false;
  private everyOther = false;

  take(token: string): void {
    const rrule = /^([+-]?\d)(mo|tu|we|th|fr|sa|su)$/.exec(token);
    const ordinal = ORDINALS[token];
    if (ordinal !== undefined) this.ordinals.push(ordinal);
    else if (rrule) this.days.push(`${Number(rrule[1])}${rrule[2]!.toUpperCase()}`);
    else if (token === 'other' || token === 'alternate') this.everyOther = true;
    else if (JOINER.test(token) && this.previous) this.inRange = true;
    else if (!FILLER.test(token)) this.day(token);
  }

  private day(token: string): void {
    const day = parseWeekday(token);
    if (!day) this.other.push(token);
    else if (this.inRange && this.previous) this.days.push(...between(this.previous, day).slice(1));
    else if (this.ordinals.length > 0) this.days.push(...this.ordinals.map((nth) => `${nth}${day}`));
    else this.days.push(day);
    if (day && this.ordinals.length > 0) this.ordinals = [];
    else if (day) this.previous = day;
    this.inRange = false;
  }

  done(brackets: { rest?: string }): Days | undefined {
    const byday = [...new Set(this.days)];
    // A day and an nth day in one rule contradict each other; so does an ordinal left without its day.
    const monthly = byday.filter((day) => day.length > 2).length;
    if (byday.length === 0 || (monthly > 0 && monthly < byday.length) || this.ordinals.length > 0)
      return undefined;
    const rest = [this.other.join(' '), brackets.rest].filter(Boolean).join('; ');
    return {
      freq: monthly > 0 ? 'MONTHLY' : 'WEEKLY',
      byday,
      ...(this.everyOther ? { interval: 2 } : {}),
      ...(rest ? { rest } : {}),
    };
  }
}

/** Both ends included; a range may go over the end of the week: "Saturday - Monday". */
function between(from: Weekday, to: Weekday): Weekday[] {
  const start = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => WEEKDAYS[(start + step) % 7]!);
}
