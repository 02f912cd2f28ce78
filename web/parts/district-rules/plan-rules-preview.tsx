import { useState } from 'preact/hooks';
import type { ShareBand } from '../../../core/opportunity-plan/preview-share.ts';
import type { OwnPlanRules } from '../../../core/opportunity-plan/should-have-plan.ts';
import { planRulesApi, previewPlanRules, type RulesPage } from '../../api/district-rules.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { useWork } from '../work/use-work.ts';
import { useRulesText } from './use-rules-text.ts';

/** About how many students the rules in the form would concern, before they are saved. */
export function PlanRulesPreview({ rules }: { rules: OwnPlanRules }) {
  const t = useRulesText();
  const { say } = useWork();
  const page = useLoaded<RulesPage<OwnPlanRules>>(planRulesApi.key, planRulesApi.load, { keepLast: true });
  const [band, setBand] = useState<ShareBand | null | undefined>(undefined);
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const districtId = page.data?.districtId;
  const ask = async () => {
    if (districtId === undefined) return;
    setState('busy');
    await previewPlanRules(districtId, rules).then(
      (told) => {
        setBand(told.band);
        setState('ready');
      },
      () => setState('failed'),
    );
  };
  return (
    <div class="stack-tight">
      <p>
        <Button disabled={state === 'busy' || rules.shouldHavePlan.length === 0} onClick={ask}>
          {t('plans.preview')}
        </Button>
      </p>
      <p role="status">
        {band === null && t('plans.noBand')}
        {band && t('plans.band', { from: say.percent(band.from), to: say.percent(band.to) })}
        {state === 'failed' && t('plans.previewFailed')}
      </p>
    </div>
  );
}
