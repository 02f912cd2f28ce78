import { z } from 'zod';
import { RetainedKind, RetentionPeriod } from '../../core/retention/period.ts';

export const RetentionItem = z.object({
  kind: RetainedKind,
  /** The period in force. */
  days: z.number(),
  deleted: z.number(),
  /** The oldest of the deleted ones, where its age is known. */
  oldest: z.string().optional(),
});

/** What one clearing deleted: numbers and dates, nothing of what was in it. */
export const RetentionReport = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  /** Absent: it goes on, or was broken off; what it had deleted by then stands here all the same. */
  finishedAt: z.iso.datetime().optional(),
  items: z.array(RetentionItem),
});

export const RetentionReports = z.object({
  periods: z.array(RetentionPeriod),
  forgotten: z.int(),
  items: z.array(RetentionReport),
  total: z.int(),
});
