import type { z } from 'zod';
import type { Eligibility, Service } from '../../core/directory/service.ts';
import type { Random } from './random.ts';
import type { ServiceIdea } from './service-idea.ts';

type ServiceInput = z.input<typeof Service>;

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish', vi: 'Vietnamese' };

/** "free", "sliding" or "$25 a month" as HSDS cost options and a sentence; nothing where nobody said. */
export function costOf({ cost }: ServiceIdea): Pick<ServiceInput, 'costOptions' | 'feesDescription'> {
  if (cost === undefined) return {};
  if (cost === 'free') {
    return { costOptions: [{ option: 'Free', amount: 0, currency: 'USD' }], feesDescription: 'Free' };
  }
  if (cost === 'sliding') return { feesDescription: 'Pay what you can' };
  const amount = Number(/^\$(\d+)/.exec(cost)?.[1]);
  return { costOptions: [{ amount, currency: 'USD', amountDescription: cost }], feesDescription: cost };
}

export function eligibilityOf(idea: ServiceIdea): Pick<ServiceInput, 'eligibility'> {
  const { ages, grades, unknown, residents, asks } = idea;
  const eligibility: z.input<typeof Eligibility> = {
    ...(ages === undefined ? {} : { minimumAge: ages[0] }),
    ...(ages === undefined || ages[1] >= 99 ? {} : { maximumAge: ages[1] }),
    ...(grades === undefined ? {} : { minimumGrade: grades[0], maximumGrade: grades[1] }),
    ...(residents ? { residenceRequired: true } : {}),
    ...asks,
    ...(unknown === undefined ? {} : { unknown: [...unknown] }),
  };
  return Object.keys(eligibility).length === 0 ? {} : { eligibility };
}

/** English goes without saying for some partners: their languages are not known. */
export function languagesOf({ languages }: ServiceIdea, random: Random): Pick<ServiceInput, 'languages'> {
  const said = random.chance(0.7);
  const codes = languages ?? (said ? ['en'] : []);
  if (codes.length === 0) return {};
  return { languages: codes.map((code) => ({ code, name: LANGUAGE_NAMES[code] ?? code })) };
}
