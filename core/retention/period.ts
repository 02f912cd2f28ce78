import { z } from 'zod';

/** Every kind of record that goes after a time, and from when the time counts. */
export const RETAINED_KINDS = [
  'uploads',
  'import-staging',
  'import-findings',
  'imports',
  'feed-files',
  'webhook-deliveries',
  'match-runs',
  'gap-runs',
  'siting-runs',
  'duplicate-runs',
  'quality-runs',
  'geocode-runs',
  'travel-times',
  'plans',
  'placements',
  'referrals',
  'reviews',
  'conferences',
  'matches-without-student',
  'unmet-notes',
  'survey-names',
  'survey-answers',
  'suggestions',
  'paper-files',
  'students',
  'sessions',
  'one-time-links',
  'retention-reports',
] as const;
export const RetainedKind = z.enum(RETAINED_KINDS);
export type RetainedKind = z.infer<typeof RetainedKind>;

export const RetentionPeriod = z.strictObject({
  kind: RetainedKind,
  /** Whole days. 0: as soon as it is of no use any more. */
  days: z.int().min(0).max(36_500),
  /** For people who ask why it is so, in both languages. */
  why: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }),
});
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;

/** One period for each kind: a kind that is forgotten would be kept for ever. */
export const RetentionPeriods = z.array(RetentionPeriod).superRefine((periods, context) => {
  for (const kind of RETAINED_KINDS) {
    const count = periods.filter((period) => period.kind === kind).length;
    if (count !== 1) context.addIssue({ code: 'custom', message: `${kind} has ${count} periods, not one` });
  }
});

const DAY_MS = 86_400_000;

/** What ended before this has been kept long enough. */
export function keptUntil(now: Date, { days }: Pick<RetentionPeriod, 'days'>): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
