import './work.css';
import './district-rules.css';
import { ClosedDaysSection } from '../../parts/district-rules/closed-days-section.tsx';
import { PlanRulesSection } from '../../parts/district-rules/plan-rules-section.tsx';
import { useRulesText } from '../../parts/district-rules/use-rules-text.ts';
import { EligibilityProvider } from '../../parts/eligibility/eligibility-provider.tsx';
import { mayChangeDistrictRules } from '../../parts/work/may.ts';
import { useSession } from '../../state/session.tsx';
import { useTitle } from '../../state/use-title.ts';

/** What a district decides for itself; whoever works there may read it. */
export default function DistrictRulesView() {
  const t = useRulesText();
  const grants = useSession().account?.grants ?? [];
  useTitle(t('title'));
  const may = (districtId: string) => mayChangeDistrictRules(grants, districtId);
  return (
    <EligibilityProvider>
      <div class="page">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <ClosedDaysSection may={may} />
        <PlanRulesSection may={may} />
      </div>
    </EligibilityProvider>
  );
}
