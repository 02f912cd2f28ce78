import { z } from 'zod';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** Local wall-clock time, "HH:MM", 00:00 to 24:00. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 15:30');
export type ClockTime = z.infer<typeof ClockTime>;

const DateOnly = z.iso.date();

/** HSDS 3 schedule: the RRULE parts of RFC 5545 that community services use, in camelCase. */
export const Schedule = z.object({
  validFrom: DateOnly.optional(),
  validTo: DateOnly.optional(),
  dtstart: DateOnly.optional(),
  until: DateOnly.optional(),
  count: z.int().positive().optional(),
  wkst: Weekday.optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  interval: z.int().positive().optional(),
  byday: z.array(z.string().regex(/^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/)).default([]),
  bymonthday: z.array(z.int().min(-31).max(31)).optional(),
  opensAt: ClockTime.optional(),
  closesAt: ClockTime.optional(),
  timezone: z.string().optional(),
  attendingType: z.string().optional(),
  description: z.string().optional(),
  notes: z.string().optional(),
});
export type Schedule = z.infer<typeof Schedule>;

/** A stretch of a week in which somebody is free or something is open. */
export const WeeklySpan = z
  .object({ day: Weekday, from: ClockTime, to: ClockTime })
  .refine((span) => span.from < span.to, { message: 'ends before it begins', path: ['to'] });
export type WeeklySpan = z.infer<typeof WeeklySpan>;
