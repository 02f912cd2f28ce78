import type { OpportunityPlan, Step } from './plan-of.ts';

/** A plan as it is put on one page. */
export interface PlanSheet {
  plan: OpportunityPlan;
  /** Size of the letters in points. */
  points: number;
  /** Steps that have no room: finished ones first. */
  stepsLeft: number;
  /** Whether texts were cut short. */
  cut: boolean;
}

const SIZES = [11, 10, 9, 8, 7] as const;
const SMALLEST = 7;
/** Of a page of 8.5 by 11 inches with half an inch of margin, a tenth less than there is. */
const PAGE = { width: 7.4 * 72, height: 9.9 * 72 * 0.9 };
const LINE_HEIGHT = 1.35;
/** A letter's mean width, of its size: Atkinson Hyperlegible, running text. */
const LETTER_WIDTH = 0.52;
const CUTS = [600, 300, 150, 80] as const;
/** Title, headings, the spaces between, the line at the foot: in lines of text. */
const FRAME_LINES = 14;
/** What the line under a row of a table, and the space above it, take more than its text. */
const ROW_LINES = 0.3;

/**
 * Puts a plan on one page: in the largest letters that fit; else without the steps that are over; else with texts cut
 * short; else without the last steps. What is left out is said on the sheet, and is in Trellis.
 */
export function fitSheet(plan: OpportunityPlan): PlanSheet {
  const going = { ...plan, steps: plan.steps.filter(isOpen) };
  for (const one of [plan, going])
    for (const points of SIZES) if (fits(one, points)) return sheet(plan, one, points, false);
  const short = CUTS.map((most) => cutTexts(going, most));
  const cut = short.find((one) => fits(one, SMALLEST)) ?? short.at(-1)!;
  const steps = [...cut.steps];
  while (steps.length > 0 && !fits({ ...cut, steps }, SMALLEST)) steps.pop();
  return sheet(plan, { ...cut, steps }, SMALLEST, true);
}

function sheet(whole: OpportunityPlan, plan: OpportunityPlan, points: number, cut: boolean): PlanSheet {
  return { plan, points, stepsLeft: whole.steps.length - plan.steps.length, cut };
}

function isOpen({ state }: Step): boolean {
  return state !== 'done' && state !== 'dropped';
}

function fits(plan: OpportunityPlan, points: number): boolean {
  return linesOf(plan, PAGE.width / (points * LETTER_WIDTH)) <= PAGE.height / (points * LINE_HEIGHT);
}

/** How many lines it takes: words and goals across the page, steps as rows of a table, people in a table, too. */
function linesOf(
  { strengths, interests, goals, steps, supporters }: OpportunityPlan,
  letters: number,
): number {
  const lines = (text: string, share = 1) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (letters * share))), 0);
  const most = (...parts: number[]) => Math.max(...parts);
  const sums = [
    ...[strengths, interests].map((text) => lines(text)),
    ...goals.map(({ text }) => lines(text, 0.7)),
    ...steps.map(({ text, helper }) => most(lines(text, 0.45), lines(helper, 0.2)) + ROW_LINES),
    ...supporters.map(
      ({ name, relation, contact }) =>
        most(lines(name, 0.3), lines(relation, 0.3), lines(contact, 0.3)) + ROW_LINES,
    ),
  ];
  return sums.reduce((sum, each) => sum + each, FRAME_LINES);
}

function cutTexts(plan: OpportunityPlan, most: number): OpportunityPlan {
  const short = (text: string, limit = most) => {
    const line = text.replaceAll(/\s+/g, ' ');
    return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line;
  };
  const small = Math.min(most, 60);
  return {
    strengths: short(plan.strengths),
    interests: short(plan.interests),
    goals: plan.goals.map((goal) => ({ ...goal, text: short(goal.text) })),
    steps: plan.steps.map((step) => ({ ...step, text: short(step.text), helper: short(step.helper, small) })),
    supporters: plan.supporters.map((one) => ({
      ...one,
      name: short(one.name, small),
      relation: short(one.relation, small),
      contact: short(one.contact, small),
    })),
  };
}
