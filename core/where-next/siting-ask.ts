import { z } from 'zod';
import { DEMANDS } from '../demand/demand-question.ts';
import { SITING_MODELS, type SitingModel } from '../siting/siting-problem.ts';
import { TravelMode } from '../travel/travel.ts';

/** Where something new may come: into schools, into places where several services are already, or into both. */
export const CANDIDATE_CHOICES = ['schools', 'sites', 'both'] as const;

/** Where people of one place may go to several sites, room for so many means something (docs/methods.md, Siting). */
export const MODELS_WITH_ROOM: readonly SitingModel[] = ['mclp', 'p-median'];

/** With room for so many, every step of the order is a spread of all people anew. */
const MOST_SITES_WITH_ROOM = 20;

const Money = z.number().min(0).max(1e12);

const Shape = z.strictObject({
  model: z.enum(SITING_MODELS),
  /** Kinds of help that each new site would give; several make a hub. */
  terms: z.array(z.string().max(100)).min(1).max(5),
  demand: z.enum(DEMANDS).default('students'),
  minutes: z.int().min(5).max(240).multipleOf(5),
  mode: TravelMode,
  /** At most so many new sites. */
  sites: z.int().min(1).max(50).optional(),
  /** How many people each new site has room for; absent: for everybody. */
  capacity: z.int().min(1).max(1_000_000).optional(),
  /** What all new sites together may cost, in the unit of `costs`. */
  budget: Money.optional(),
  /** What one new site costs in a school, and where other services are. */
  costs: z.strictObject({ school: Money, location: Money }).optional(),
  candidates: z.enum(CANDIDATE_CHOICES).default('both'),
  /** Whether what is there counts, or everything is planned from the ground up. */
  keepExisting: z.boolean().default(true),
  /** Ids of candidates that must be chosen, and that must not. */
  force: z.array(z.string().max(300)).max(50).default([]),
  exclude: z.array(z.string().max(300)).max(500).default([]),
});

/** What is asked of "Where next?". With `lscp` the answer says how many sites, otherwise the question does. */
export const SitingAsk = Shape.superRefine(
  ({ model, terms, sites, capacity, budget, costs, force, exclude }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const isFree = model === 'lscp';
    if (new Set(terms).size < terms.length) refuse('terms', 'each kind of help once');
    if (isFree && sites !== undefined) refuse('sites', 'is what this question finds out');
    if (isFree && budget !== undefined) refuse('budget', 'this question asks for as few sites as possible');
    if (!isFree && sites === undefined && budget === undefined)
      refuse('sites', 'say how many new sites, or give a budget');
    if (!isFree && (budget === undefined) !== (costs === undefined))
      refuse(budget === undefined ? 'budget' : 'costs', 'a budget and what a site costs go together');
    if (capacity !== undefined && !MODELS_WITH_ROOM.includes(model))
      refuse('capacity', `${model} cannot keep to the room of a site; ${MODELS_WITH_ROOM.join(' and ')} can`);
    if (capacity !== undefined && !((sites ?? Number.POSITIVE_INFINITY) <= MOST_SITES_WITH_ROOM))
      refuse(
        'sites',
        `say how many new sites, ${MOST_SITES_WITH_ROOM} at most, where they have room for so many`,
      );
    if (sites !== undefined && force.length > sites) refuse('force', 'more sites than may be chosen');
    if (force.some((id) => exclude.includes(id))) refuse('exclude', 'a site that must be chosen too');
  },
);
export type SitingAsk = z.infer<typeof SitingAsk>;
