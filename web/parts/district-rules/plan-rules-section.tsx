import type { OwnPlanRules } from '../../../core/opportunity-plan/should-have-plan.ts';
import { planRulesApi } from '../../api/district-rules.ts';
import { useEligibilityWords } from '../eligibility/eligibility-provider.tsx';
import { CheckField, TextField } from '../field.tsx';
import { useWork } from '../work/use-work.ts';
import { PlanRulesPreview } from './plan-rules-preview.tsx';
import { RulesSection } from './rules-section.tsx';
import { useRulesText } from './use-rules-text.ts';

/** Which facts of a student call for a plan, and from what share on a school is looked at as a whole. */
export function PlanRulesSection({ may }: { may(districtId: string): boolean }) {
  const t = useRulesText();
  const { say, language } = useWork();
  const { attributes } = useEligibilityWords();
  const factWords = ({ attribute, values }: OwnPlanRules['shouldHavePlan'][number]) => {
    const known = attributes.find(({ name }) => name === attribute);
    const labels = values.map((id) => known?.values.find((value) => value.id === id)?.label[language] ?? id);
    return t('plans.fact', { name: known?.label[language] ?? attribute, values: say.list(labels) });
  };
  return (
    <RulesSection
      api={planRulesApi}
      title={t('plans.title')}
      lead={t('plans.lead')}
      may={may}
      fault={({ shouldHavePlan, schoolShare }) =>
        shouldHavePlan.length > 0 && schoolShare > 0 && schoolShare < 1 ? undefined : t('plans.wrong')
      }
      summary={({ shouldHavePlan, schoolShare }) =>
        t('plans.summary', {
          facts: shouldHavePlan.map(factWords).join(' · '),
          share: say.percent(schoolShare),
        })
      }
      editor={(rules, change) => (
        <>
          <PlanFacts rules={rules} onChange={change} />
          <TextField
            label={t('plans.share')}
            hint={t('plans.shareHint')}
            type="number"
            min={1}
            max={99}
            value={String(Math.round(rules.schoolShare * 100))}
            onInput={({ currentTarget: { valueAsNumber } }) =>
              change({ ...rules, schoolShare: Number.isNaN(valueAsNumber) ? 0 : valueAsNumber / 100 })
            }
          />
          <PlanRulesPreview key={JSON.stringify(rules)} rules={rules} />
        </>
      )}
    />
  );
}

interface PlanFactsProps {
  rules: OwnPlanRules;
  onChange(rules: OwnPlanRules): void;
}

function PlanFacts({ rules, onChange }: PlanFactsProps) {
  const { language } = useWork();
  const { attributes } = useEligibilityWords();
  const chosen = new Map(rules.shouldHavePlan.map(({ attribute, values }) => [attribute, new Set(values)]));
  const tick = (attribute: string, value: string, isOn: boolean) => {
    const next = attributes.flatMap(({ name, values }) => {
      const on = values.filter(({ id }) =>
        name === attribute && id === value ? isOn : (chosen.get(name)?.has(id) ?? false),
      );
      return on.length > 0 ? [{ attribute: name, values: on.map(({ id }) => id) }] : [];
    });
    onChange({ ...rules, shouldHavePlan: next });
  };
  return (
    <div class="controls rules-facts">
      {attributes.map(({ name, label, values }) => (
        <fieldset key={name}>
          <legend>{label[language]}</legend>
          {values.map(({ id, label: words }) => (
            <CheckField
              key={id}
              label={words[language]}
              checked={chosen.get(name)?.has(id) ?? false}
              onChange={(isOn) => tick(name, id, isOn)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
