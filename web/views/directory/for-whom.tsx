import type { Service } from '../../../core/directory/service.ts';
import { hasRuleLines, RuleLines } from '../../parts/eligibility/rule-lines.tsx';
import { capital, sayList } from '../../text/say-hours.ts';
import { sayAges, sayGrades, sayLanguage } from '../../text/say-people.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Ask, Fact } from './facts.tsx';

/** Who is taken, as far as it is known, and what to ask. */
export function ForWhom({ service }: { service: Service }) {
  const voice = useVoice();
  const { t } = voice;
  const { eligibility, serviceAreas } = service;
  const { unknown, requiredLanguages, residenceRequired, description } = eligibility;
  const areas = serviceAreas.flatMap((area) => area.name ?? []);
  const rules = [sayAges(voice, eligibility), sayGrades(voice, eligibility)].filter(
    (rule) => rule !== undefined,
  );
  const hasLines = hasRuleLines(eligibility);
  const open = !hasLines && rules.length === 0 && !description && !residenceRequired && unknown.length === 0;
  return (
    <Fact label={t('service.forWhom')}>
      {rules.length > 0 && <p>{capital(rules.join(', '))}</p>}
      {hasLines && <RuleLines eligibility={eligibility} />}
      {description && <p>{description}</p>}
      {residenceRequired && (
        <p>
          {areas.length > 0
            ? t('service.livesIn', { areas: sayList(voice, areas) })
            : t('service.livesInArea')}
        </p>
      )}
      {requiredLanguages && requiredLanguages.length > 0 && (
        <p>
          {t('service.speaks', {
            languages: sayList(
              voice,
              requiredLanguages.map((code) => sayLanguage(voice, code)),
            ),
          })}
        </p>
      )}
      {open && <p>{t('service.everyone')}</p>}
      {unknown.map((fact) => (
        <Ask key={fact}>{t(`unknown.${fact}`)}</Ask>
      ))}
    </Fact>
  );
}
