import { z } from 'zod';
import { RunFinding } from '../jobs/run-finding.ts';

/** What told how long ways are, and what people should know of them before they trust them. */
export const TravelNote = z.object({
  engine: z.enum(['straight', 'roads', 'remote']),
  version: z.string(),
  doubts: z.array(RunFinding),
});
export type TravelNote = z.infer<typeof TravelNote>;
