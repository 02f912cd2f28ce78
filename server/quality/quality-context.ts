import type { QualityContext } from '../../core/quality/quality-context.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import type { QualityBackground } from './quality-collections.ts';

/** What rules have to know, as of today. */
export function qualityContext(
  { rules, clock }: Pick<Deps, 'rules' | 'clock'>,
  { fence, repeated }: Omit<QualityBackground, 'id'>,
): QualityContext {
  return {
    today: utcDay(clock()),
    rules: rules.quality,
    verification: rules.verification,
    taxonomy: rules.taxonomy,
    fence,
    repeated: new Set(repeated),
  };
}
