import { IncomeBand } from '../students/circumstances.ts';

const RANGE = /^(\d{1,4}(?:\.\d{1,2})?) ?%? ?(?:-|–|to|a|through) ?(\d{1,4}(?:\.\d{1,2})?) ?%?$/;
const AT_MOST = /^(?:<=?|≤|up to|at or below|at most|under|below|hasta) ?(\d{1,4}(?:\.\d{1,2})?) ?%?$/;
const OVER = /^(?:>|over|above|more than|más de) ?(\d{1,4}(?:\.\d{1,2})?) ?%?$/;
const AT_LEAST = /^(?:(?:>=|≥|at least|desde) ?(\d{1,4}(?:\.\d{1,2})?) ?%?|(\d{1,4}(?:\.\d{1,2})?) ?%? ?\+)$/;
const EXACT = /^(\d{1,4}(?:\.\d{1,2})?) ?%?$/;

/**
 * A family's income as percent of the federal poverty level: "0-130", "131% to 185%", "up to 130%", ">185", "185+",
 * "150%". Both ends of a range belong to it. Undefined for anything else: amounts of money, and figures of which nobody
 * can tell whether 1.3 means 130 percent.
 */
export function parseIncomeBand(input: string): IncomeBand | undefined {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/\s*(?:of (?:the )?)?(?:fpl|federal poverty level|poverty level|poverty)$/, '')
    .trim();
  if (/^\d\.\d+$/.test(text)) return undefined;
  const range = RANGE.exec(text);
  if (range) return band(above(range[1]!), upTo(range[2]!));
  const most = AT_MOST.exec(text);
  if (most) return band(undefined, upTo(most[1]!));
  const over = OVER.exec(text);
  if (over) return band(Math.floor(Number(over[1])), undefined);
  const least = AT_LEAST.exec(text);
  if (least) return band(above(least[1] ?? least[2]!), undefined);
  const exact = EXACT.exec(text);
  return exact ? band(above(exact[1]!), upTo(exact[1]!)) : undefined;
}

/** The whole percent below which it certainly does not lie; nothing lies below 0. */
function above(figure: string): number | undefined {
  const percent = Math.ceil(Number(figure)) - 1;
  return percent < 0 ? undefined : percent;
}

function upTo(figure: string): number {
  return Math.ceil(Number(figure));
}

function band(minimumFpl: number | undefined, maximumFpl: number | undefined): IncomeBand | undefined {
  const read = IncomeBand.safeParse({
    ...(minimumFpl !== undefined && { minimumFpl }),
    ...(maximumFpl !== undefined && { maximumFpl }),
  });
  return read.success ? read.data : undefined;
}
