import { z } from 'zod';

export const CalendarState = z.object({
  since: z.string().nullable(),
});

export const CalendarAddress = z.object({
  address: z.string(),
  since: z.string().nullable(),
});
