import { z } from 'zod';
import { DemandQuestion } from '../demand/demand-question.ts';
import { Position } from '../geo/point.ts';
import { TravelMode } from '../travel/travel.ts';

/** More than anybody tries by hand; a proposal has far fewer. */
export const MOST_CHANGES = 200;

export const WEEK_HOURS = 168;

const SiteId = z.string().min(1).max(100);
/** Places that a service has; 0 is a service that takes nobody. */
const Capacity = z.number().min(0).max(100_000);

/** One thing that is otherwise than today. */
export const ScenarioChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add'),
    /** Of the one who adds; another id than any offer's. */
    id: SiteId,
    point: Position,
    capacity: Capacity,
    name: z.string().trim().min(1).max(200).optional(),
  }),
  z.object({ kind: z.literal('move'), siteId: SiteId, point: Position }),
  z.object({ kind: z.literal('capacity'), siteId: SiteId, capacity: Capacity }),
  z.object({ kind: z.literal('hours'), siteId: SiteId, hours: z.number().positive().max(WEEK_HOURS) }),
  z.object({ kind: z.literal('remove'), siteId: SiteId }),
]);
export type ScenarioChange = z.infer<typeof ScenarioChange>;

/** What the changes are measured by: which help, for whom, how far. */
export const WhatIfQuestion = z.object({
  /** Terms of the taxonomy; everything below each counts. */
  terms: z.array(z.string().min(1).max(100)).min(1).max(50),
  minutes: z.int().min(5).max(240).multipleOf(5),
  mode: TravelMode,
  demand: DemandQuestion,
});
export type WhatIfQuestion = z.infer<typeof WhatIfQuestion>;

/** What people write down; the rest of a scenario is the server's. */
export const ScenarioDraft = z.object({
  name: z.string().trim().min(1).max(120),
  question: WhatIfQuestion,
  /** In the order in which they are made. */
  changes: z.array(ScenarioChange).max(MOST_CHANGES),
});
export type ScenarioDraft = z.infer<typeof ScenarioDraft>;

/** A scenario as it is kept. */
export interface Scenario extends ScenarioDraft {
  id: string;
  /** Counts up from 1 with every saving. */
  version: number;
  createdAt: string;
  changedAt: string;
}

/** The site that a change is about. */
export function siteOf(change: ScenarioChange): string {
  return change.kind === 'add' ? change.id : change.siteId;
}
