import { z } from 'zod';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

/** Local wall-clock time, "HH:MM", 00:00 to 24:00. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 15:30');
export type ClockTime = z.infer<typeof ClockTime>;

const DateOnly = z.iso.date();

const numbersTo = (most: number) => z.array(z.int().min(-most).max(most)).optional();

/** HSDS 3 schedule: the RRULE parts of RFC 5545 that it has, in camelCase. */
export const Schedule = z.object({
  validFrom: DateOnly.optional(),
  validTo: DateOnly.optional(),
  dtstart: DateOnly.optional(),
  until: DateOnly.optional(),
  count: z.int().positive().optional(),
  wkst: Weekday.optional(),
  freq: z.enum(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']).optional(),
  interval: z.int().positive().optional(),
  byday: z.array(z.string().regex(/^[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)$/)).default([]),
  bymonthday: numbersTo(31),
  byyearday: numbersTo(366),
  byweekno: numbersTo(53),
  opensAt: ClockTime.optional(),
  closesAt: ClockTime.optional(),
  /** IANA name, or an offset from UTC such as "-05:00"; absent: the clock on the wall of the place. */
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
