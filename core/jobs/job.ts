import { z } from 'zod';

export const JOB_KINDS = [
  'import',
  'match',
  'gaps',
  'plan',
  'siting',
  'duplicates',
  'quality',
  'geocode',
] as const;
export const JOB_STATUSES = ['queued', 'running', 'complete', 'failed', 'cancelled'] as const;
export const JobStatus = z.enum(JOB_STATUSES);
export type JobStatus = z.infer<typeof JobStatus>;

/** Where a long piece of work stands. `total` is absent while it is not known. */
export const JobProgress = z.object({
  /** A key of the interface's texts: "reading", "students", "storing" … */
  step: z.string(),
  done: z.int().min(0),
  total: z.int().min(0).optional(),
  /** What the work has come to so far, by name: of a search its best and its bound. */
  figures: z.record(z.string(), z.number()).optional(),
});
export type JobProgress = z.infer<typeof JobProgress>;

/** Long work as people see it: imports, runs, plans, searches for sites, duplicates or points, counts of quality. */
export const JobView = z.object({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  /** Counts up over all jobs; a higher number was asked for later. */
  number: z.int().positive(),
  status: JobStatus,
  params: z.record(z.string(), z.unknown()),
  progress: JobProgress,
  /** What came out, by kind. */
  result: z.record(z.string(), z.unknown()).optional(),
  /** In plain words: what happened, what was kept, what to do. */
  error: z.string().optional(),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
});
export type JobView = z.infer<typeof JobView>;

/** No further change comes after these. */
export function isFinal(status: JobStatus): boolean {
  return status === 'complete' || status === 'failed' || status === 'cancelled';
}
