import { z } from 'zod';
import { ScenarioChange, WhatIfQuestion } from '../../core/what-if/scenario.ts';

/** A scenario as it is kept. */
export const Scenario = z.object({
  id: z.string(),
  /** Counts up from 1 with every saving. */
  version: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  name: z.string(),
  question: WhatIfQuestion,
  /** In the order in which they are made. */
  changes: z.array(ScenarioChange),
});

/** What somebody sees of a scenario; whose it is stays with us. */
export const ScenarioView = Scenario.extend({
  mayEdit: z.boolean(),
});

export const ScenarioList = z.object({
  items: z.array(ScenarioView),
});
