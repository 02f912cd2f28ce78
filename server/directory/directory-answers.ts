import { z } from 'zod';
import { WeeklySpan } from '../../core/schedule/schedule.ts';

export const OfferHoursList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      serviceId: z.string(),
      placeName: z.string(),
      hours: z.array(WeeklySpan),
      /** It also opens in some weeks only, which is shown nowhere here and stays as it is. */
      alsoSometimes: z.boolean(),
      /** When hours were told here last; null: what stands is the source's. */
      toldAt: z.iso.datetime().nullable(),
    }),
  ),
});

export const OfferHours = z.object({
  id: z.string(),
  serviceId: z.string(),
  placeName: z.string(),
  hours: z.array(WeeklySpan),
  /** It also opens in some weeks only, which is shown nowhere here and stays as it is. */
  alsoSometimes: z.boolean(),
  /** When hours were told here last; null: what stands is the source's. */
  toldAt: z.iso.datetime().nullable(),
});
