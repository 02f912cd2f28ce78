import { type FieldState, type PlanFields, UNWRITTEN } from './fold-changes.ts';
import { fieldOf, MAIN_PART, type PlanList, readField } from './plan-field.ts';
import {
  GOAL_AREAS,
  GOAL_TERMS,
  type GoalArea,
  type GoalTerm,
  STEP_STATES,
  type StepState,
} from './plan-value.ts';

export interface Goal {
  id: string;
  text: string;
  term: GoalTerm;
  area: GoalArea;
}

export interface Step {
  id: string;
  text: string;
  /** Undefined: it serves no goal in particular, or one that was taken out. */
  goal?: string | undefined;
  helper: string;
  /** "YYYY-MM-DD" */
  by?: string | undefined;
  state: StepState;
  offer?: string | undefined;
  /** Id of the referral that it became, wherever the step stands and whatever else is sent to the same service. */
  referral?: string | undefined;
}

export interface Supporter {
  id: string;
  name: string;
  relation: string;
  mayContact: boolean;
  contact: string;
}

/** A plan as people read it; what was taken out is in its history alone. */
export interface OpportunityPlan {
  strengths: string;
  interests: string;
  goals: Goal[];
  steps: Step[];
  supporters: Supporter[];
}

/** Puts the fields together, each list in the order in which its items were first written down. */
export function planOf(fields: PlanFields): OpportunityPlan {
  const partsOf = (list: PlanList, id: string): Parts => ({
    words: (part) => wordsIn(fields.get(fieldOf(list, id, part))),
    isTrue: (part) => fields.get(fieldOf(list, id, part))?.value === true,
  });
  const items = <T>(list: PlanList, make: (id: string, parts: Parts) => T): T[] =>
    idsIn(fields, list).map((id) => make(id, partsOf(list, id)));
  const goals = items('goals', toGoal);
  const goalIds = new Set(goals.map(({ id }) => id));
  const steps = items('steps', toStep).map((step) =>
    step.goal !== undefined && goalIds.has(step.goal) ? step : { ...step, goal: undefined },
  );
  return {
    strengths: wordsIn(fields.get('strengths')),
    interests: wordsIn(fields.get('interests')),
    goals,
    steps,
    supporters: items('supporters', toSupporter),
  };
}

interface Parts {
  words(part: string): string;
  isTrue(part: string): boolean;
}

function toGoal(id: string, { words }: Parts): Goal {
  return {
    id,
    text: words('text'),
    term: oneOf(GOAL_TERMS, words('term')) ?? 'short',
    area: oneOf(GOAL_AREAS, words('area')) ?? 'academic',
  };
}

function toStep(id: string, { words }: Parts): Step {
  return {
    id,
    text: words('text'),
    goal: words('goal') || undefined,
    helper: words('helper'),
    by: words('by') || undefined,
    state: oneOf(STEP_STATES, words('state')) ?? 'not-started',
    offer: words('offer') || undefined,
    referral: words('referral') || undefined,
  };
}

function toSupporter(id: string, { words, isTrue }: Parts): Supporter {
  return {
    id,
    name: words('name'),
    relation: words('relation'),
    mayContact: isTrue('mayContact'),
    contact: words('contact'),
  };
}

/** Ids of the items that are in a list, in the order in which they were first written down. */
export function idsIn(fields: PlanFields, list: PlanList): string[] {
  const ids = [...fields.keys()].flatMap((field) => {
    const found = readField(field);
    return found?.list === list ? [found.id] : [];
  });
  const valueAt = (id: string, part: string) => fields.get(fieldOf(list, id, part))?.value;
  return [...new Set(ids)].filter(
    (id) => valueAt(id, 'removed') !== true && wordsIn(fields.get(fieldOf(list, id, MAIN_PART[list]))) !== '',
  );
}

function wordsIn({ value }: FieldState = UNWRITTEN): string {
  return typeof value === 'string' ? value : '';
}

function oneOf<T extends string>(known: readonly T[], value: string): T | undefined {
  return known.find((each) => each === value);
}
