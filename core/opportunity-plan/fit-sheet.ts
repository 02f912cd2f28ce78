import {
  cutText,
  fitsOnPage,
  PRINT_CUTS,
  PRINT_SIZES,
  printedLines,
  SMALLEST_PRINT,
} from '../print/one-page.ts';
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
    for (const points of PRINT_SIZES) if (fits(one, points)) return sheet(plan, one, points, false);
  const short = PRINT_CUTS.map((most) => cutTexts(going, most));
  const cut = short.find((one) => fits(one, SMALLEST_PRINT)) ?? short.at(-1)!;
  const steps = [...cut.steps];
  while (steps.length > 0 && !fits({ ...cut, steps }, SMALLEST_PRINT)) steps.pop();
  return sheet(plan, { ...cut, steps }, SMALLEST_PRINT, true);
}

function sheet(whole: OpportunityPlan, plan: OpportunityPlan, points: number, cut: boolean): PlanSheet {
  return { plan, points, stepsLeft: whole.steps.length - plan.steps.length, cut };
}

function isOpen({ state }: Step): boolean {
  return state !== 'done' && state !== 'dropped';
}

function fits(plan: OpportunityPlan, points: number): boolean {
  return fitsOnPage(linesOf(plan, points), points);
}

/** How many lines it takes: words and goals across the page, steps as rows of a table, people in a table, too. */
function linesOf(
  { strengths, interests, goals, steps, supporters }: OpportunityPlan,
  points: number,
): number {
  const lines = (text: string, share = 1) => printedLines(text, points, share);
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
  const short = (text: string, limit = most) => cutText(text, limit);
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
