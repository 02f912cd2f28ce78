import type { Circumstances } from '../../../core/students/circumstances.ts';
import { capital } from '../../text/say-hours.ts';
import type { SayEligibility } from '../eligibility/say-eligibility.ts';

/** What is known of a student's circumstances, a line each. */
export function circumstanceLines(
  { gender, incomeBand, programs = {}, attributes = {} }: Circumstances,
  say: SayEligibility,
): string[] {
  const named = (member: boolean) =>
    Object.entries(programs)
      .filter(([, is]) => is === member)
      .map(([id]) => say.program(id))
      .join(', ');
  return [
    gender && say.t(`gender.${gender}`),
    incomeBand && capital(say.t('known.incomeIs', { band: say.income(incomeBand) })),
    named(true),
    named(false) && capital(say.t('known.isNot', { programs: named(false) })),
    ...Object.entries(attributes).map(([name, id]) => `${say.attribute(name)}: ${say.value(name, id)}`),
  ].filter((line): line is string => Boolean(line));
}
