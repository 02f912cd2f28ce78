import type { Eligibility } from '../../../core/directory/service.ts';
import { EligibilityProvider, useSayEligibility } from './eligibility-provider.tsx';

/** Whether a service has rules of income, programs, gender or attributes. */
export function hasRuleLines({
  incomeMaximumFplPercent,
  programs,
  genders,
  attributes,
}: Eligibility): boolean {
  return (
    incomeMaximumFplPercent !== undefined || [programs, genders, attributes].some((list) => list?.length)
  );
}

/** The rules of income, programs, gender and attributes as sentences. */
export function RuleLines({ eligibility }: { eligibility: Eligibility }) {
  return (
    <EligibilityProvider>
      <Lines eligibility={eligibility} />
    </EligibilityProvider>
  );
}

function Lines({ eligibility }: { eligibility: Eligibility }) {
  const say = useSayEligibility();
  const { genders = [], attributes = [] } = eligibility;
  return (
    <>
      <IncomeLine eligibility={eligibility} />
      {genders.length > 0 && <p>{say.t('rule.genders', { genders: say.any(genders.map(say.people)) })}</p>}
      {attributes.map(({ name, oneOf }) => (
        <p key={name}>
          {say.t('rule.attribute', {
            attribute: say.attribute(name),
            values: say.any(oneOf.map((id) => say.value(name, id))),
          })}
        </p>
      ))}
    </>
  );
}

function IncomeLine({ eligibility }: { eligibility: Eligibility }) {
  const { t, program, any } = useSayEligibility();
  const { incomeMaximumFplPercent: percent, programs: ids = [] } = eligibility;
  const programs = any(ids.map(program));
  if (percent === undefined) return ids.length > 0 ? <p>{t('rule.programs', { programs })}</p> : null;
  return (
    <p>
      {ids.length > 0 ? t('rule.incomeOrPrograms', { percent, programs }) : t('rule.income', { percent })}
    </p>
  );
}
