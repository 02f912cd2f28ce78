import type { ClockTime } from '../schedule/schedule.ts';
import { type Days, parseDays } from './parse-days.ts';
import { parseTime } from './parse-time.ts';

export interface Span {
  opensAt: ClockTime;
  closesAt: ClockTime;
}

/** Words for "all day, all night". */
export function isAllDay(text: string): boolean {
  return /^(?:open )?(?:24 ?h(?:ou)?rs?(?: (?:a|per) day)?|24[-/]7|all day)$/i.test(text.trim());
}

/**
 * "9:00AM-5:00PM", "9am to noon", "1-3 PM": a half of the day said once counts for both ends where that makes the
 * span run forward ("9-5pm" is not certain: undefined).
 */
export function parseSpan(input: string): Span | undefined {
  const text = input.trim().replace(/^(?:from|de)\s+/i, '');
  if (isAllDay(text)) return { opensAt: '00:00', closesAt: '24:00' };
  const parts = text.split(/\s*(?:-|–|—|\bto\b|\buntil\b)\s*/i);
  if (parts.length !== 2) return undefined;
  const closesAt = parseTime(parts[1]!);
  const half = /[ap]\.?\s?m\.?$/i.exec(parts[1]!)?.[0];
  const opensAt = parseTime(parts[0]!) ?? (half ? parseTime(`${parts[0]} ${half}`) : undefined);
  if (!opensAt || !closesAt) return undefined;
  return parseTime(parts[0]!) || opensAt < closesAt ? { opensAt, closesAt } : undefined;
}

/** Free text such as "Monday - Friday, 9:00AM-5:00PM; Sat 10am-2pm". Undefined unless every piece can be read. */
export function parseHours(input: string): { days: Days; span: Span }[] | undefined {
  const pieces = input
    .split(/[;\n]+|(?<=[ap]\.?m\.?)\s*,\s*(?=[a-z])/i)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const read = pieces.map(parsePiece);
  return read.length > 0 && read.every((piece) => piece !== undefined) ? read : undefined;
}

function parsePiece(piece: string): { days: Days; span: Span } | undefined {
  const match = /^(.*?[a-z])[.:,]?\s*(?:,|:|\bfrom\b|\s)\s*((?:\d|noon|midnight|24 h|all day).*)$/i.exec(
    piece,
  );
  const days = match && parseDays(match[1]!);
  const span = match && parseSpan(match[2]!);
  return days && span && !days.rest ? { days, span } : undefined;
}
