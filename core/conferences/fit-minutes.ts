import {
  cutText,
  fitsOnPage,
  PRINT_CUTS,
  PRINT_SIZES,
  printedLines,
  SMALLEST_PRINT,
} from '../print/one-page.ts';

/** A meeting as it is printed: texts in the reader's language. */
export interface Minutes {
  people: string;
  agenda: { text: string; notes: string }[];
  decisions: string[];
  steps: string[];
}

export interface MinutesSheet {
  minutes: Minutes;
  /** Size of the letters in points. */
  points: number;
  /** Points of the agenda that have no room: first those without a word. */
  left: number;
  /** Whether texts were cut short. */
  cut: boolean;
}

/** Title, headings, the spaces between, the line at the foot: in lines of text. */
const FRAME_LINES = 14;

/** Puts a meeting on one page: in the largest letters that fit; else with texts cut short; else with less of the agenda. */
export function fitMinutes(whole: Minutes): MinutesSheet {
  for (const points of PRINT_SIZES)
    if (fits(whole, points)) return { minutes: whole, points, left: 0, cut: false };
  const short = PRINT_CUTS.map((most) => cutTexts(whole, most));
  const cut = short.find((one) => fits(one, SMALLEST_PRINT)) ?? short.at(-1)!;
  let { agenda } = cut;
  while (agenda.length > 0 && !fits({ ...cut, agenda }, SMALLEST_PRINT)) agenda = withoutOne(agenda);
  const left = whole.agenda.length - agenda.length;
  return { minutes: { ...cut, agenda }, points: SMALLEST_PRINT, left, cut: true };
}

function fits({ people, agenda, decisions, steps }: Minutes, points: number): boolean {
  const texts = [people, ...decisions, ...steps, ...agenda.flatMap(({ text, notes }) => [text, notes])];
  const lines = texts.filter(Boolean).map((text) => printedLines(text, points));
  return fitsOnPage(
    lines.reduce((sum, each) => sum + each, FRAME_LINES),
    points,
  );
}

function withoutOne(agenda: Minutes['agenda']): Minutes['agenda'] {
  const silent = agenda.map(({ notes }) => notes).lastIndexOf('');
  const least = silent < 0 ? agenda.length - 1 : silent;
  return agenda.filter((_, n) => n !== least);
}

function cutTexts({ people, agenda, decisions, steps }: Minutes, most: number): Minutes {
  const short = (text: string) => cutText(text, most);
  return {
    people: cutText(people, most * 4),
    agenda: agenda.map(({ text, notes }) => ({ text: short(text), notes: short(notes) })),
    decisions: decisions.map(short),
    steps: steps.map(short),
  };
}
