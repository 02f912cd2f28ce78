import { z } from 'zod';
import { compact } from '../imports/compact.ts';

const age = z.number().min(0).max(130).nullable();

/** From which and to which age; `ask`: the source leaves it open, so matching answers "ask". */
export const Ages = z
  .strictObject({ minimum: age, maximum: age, ask: z.boolean() })
  .refine(({ minimum, maximum }) => minimum === null || maximum === null || minimum <= maximum, {
    message: 'the lowest age is above the highest',
    path: ['minimum'],
  });
export type Ages = z.infer<typeof Ages>;

/** What these fields read of a service's eligibility; all else of it stays. */
export interface StatedEligibility {
  minimumAge?: number | undefined;
  maximumAge?: number | undefined;
  unknown?: readonly string[];
  description?: string | undefined;
}

export function agesOf({ minimumAge, maximumAge, unknown = [] }: StatedEligibility): Ages {
  return { minimum: minimumAge ?? null, maximum: maximumAge ?? null, ask: unknown.includes('age') };
}

export function withAges(eligibility: StatedEligibility, { minimum, maximum, ask }: Ages): StatedEligibility {
  const others = (eligibility.unknown ?? []).filter((fact) => fact !== 'age');
  return compact({
    ...eligibility,
    minimumAge: minimum ?? undefined,
    maximumAge: maximum ?? undefined,
    unknown: ask ? ['age', ...others] : others,
  });
}

export function withEligibilityText(eligibility: StatedEligibility, text: string | null): StatedEligibility {
  return compact({ ...eligibility, description: text ?? undefined });
}
