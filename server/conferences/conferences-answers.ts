import { z } from 'zod';
import { AGENDA_KINDS } from '../../core/conferences/conference.ts';
import { STEP_STATES } from '../../core/opportunity-plan/plan-value.ts';

export const Item = z.object({
  id: z.string(),
  /** The version of the conference that touched it last: who changes it says which one they saw. */
  version: z.int(),
});

/** Somebody who was there. */
export const Present = Item.extend({
  name: z.string(),
  relation: z.string(),
});

export const AgendaItem = Item.extend({
  kind: z.enum(AGENDA_KINDS),
  /** In the words of the plan, a service's name, or what somebody wrote; empty of a review. */
  text: z.string(),
  /** Of a review its month, of a step the day by which it was due, of a referral its state, as it was on that day. */
  detail: z.string(),
  /** What was said. */
  notes: z.string(),
});

export const Decision = Item.extend({
  text: z.string(),
});

export const ConferenceView = z.object({
  student: z.object({
    id: z.string(),
    school: z.string(),
    number: z.string(),
    grade: z.number(),
    name: z.string().nullable(),
  }),
  /** As they are in the plan now; of one that was taken out there the words of that day. */
  steps: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      /** Undefined: it serves no goal in particular, or one that was taken out. */
      goal: z.string().optional(),
      helper: z.string().optional(),
      /** "YYYY-MM-DD" */
      by: z.string().optional(),
      state: z.enum(STEP_STATES).optional(),
      offer: z.string().optional(),
      /** Id of the referral that it became, wherever the step stands and whatever else is sent to the same service. */
      referral: z.string().optional(),
    }),
  ),
  /** To choose from for the next step. */
  goals: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
    }),
  ),
  may: z.object({
    hold: z.boolean(),
  }),
  /** "YYYY-MM-DD" by the district's calendar. */
  day: z.iso.date(),
  id: z.string(),
  people: z.array(Present),
  /** The last change: moment and account. */
  at: z.iso.datetime(),
  agenda: z.array(AgendaItem),
  decisions: z.array(Decision),
  version: z.int(),
});

export const ConferenceList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      day: z.iso.date(),
    }),
  ),
  today: z.string(),
  may: z.object({
    hold: z.boolean(),
  }),
});

export const BegunConference = z.object({
  id: z.string(),
});
