/** Something in a calendar. */
export interface CalendarEvent {
  /** The same event has the same one each time: then calendars change it instead of showing it twice. */
  uid: string;
  /** Minutes since 1970 in UTC; or days, "YYYY-MM-DD", the last one not included. */
  from: number | string;
  to: number | string;
  summary: string;
  location?: string | undefined;
  url?: string | undefined;
}

export interface CalendarFile {
  name: string;
  /** When what it says was looked up. */
  asOf: Date;
  events: readonly CalendarEvent[];
}

/** A calendar as RFC 5545 has it. Moments are in UTC, so no zone has to be told and no clock is mistaken. */
export function writeCalendar({ name, asOf, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trellis//Trellis//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // What calendars show, and how often they ask again, in the words of RFC 7986 and of those that came before it.
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    'X-PUBLISHED-TTL:P1D',
    ...events.flatMap((event) => eventLines(event, asOf)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ uid, from, to, summary, location, url }: CalendarEvent, asOf: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(asOf)}`,
    `DTSTART${moment(from)}`,
    `DTEND${moment(to)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    // It is no appointment of whoever has the calendar: the time stays free.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function moment(at: number | string): string {
  return typeof at === 'string' ? `;VALUE=DATE:${at.replaceAll('-', '')}` : `:${utc(new Date(at * 60_000))}`;
}

/** "20261110T140000Z" */
function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

/** Bytes of a line, without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** Cuts a long line into several, each but the first after a space, and never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const size = bytesOf(sign);
    if (bytes + size > LONGEST) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

/** In UTF-8. */
function bytesOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
