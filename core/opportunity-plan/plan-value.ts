import { z } from 'zod';

/** How far ahead a goal lies. */
export const GOAL_TERMS = ['short', 'long'] as const;
export type GoalTerm = (typeof GOAL_TERMS)[number];

/** What a goal is about, as the Personal Opportunity Plan divides it. */
export const GOAL_AREAS = ['academic', 'personal-social', 'health', 'college-career'] as const;
export type GoalArea = (typeof GOAL_AREAS)[number];

/** How far a step is. */
export const STEP_STATES = ['not-started', 'under-way', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `at most ${most.toLocaleString('en-US')} characters`);

/** What may stand in each part of a plan; null empties it. Free text is at most as long as one page can print. */
export const PLAN_SHAPES = {
  words: { strengths: text(2000), interests: text(2000) },
  goals: { text: text(500), term: z.enum(GOAL_TERMS), area: z.enum(GOAL_AREAS), removed: z.boolean() },
  steps: {
    text: text(500),
    /** Id of the goal that it serves. */
    goal: z.string().max(100),
    /** Who helps, by name or by what they are. */
    helper: text(200),
    by: z.iso.date(),
    state: z.enum(STEP_STATES),
    /** The service at a place that it is tied to. */
    offer: z.string().max(200),
    /** Id of the referral that it became. */
    referral: z.string().max(100),
    removed: z.boolean(),
  },
  supporters: {
    name: text(200),
    /** What they are to the student. */
    relation: text(200),
    /** Whether they have said that they may be reached, and so whether it may be noted how. */
    mayContact: z.boolean(),
    contact: text(200),
    removed: z.boolean(),
  },
} as const;

export type PlanValue = string | boolean | null;
