import type { GapResult } from '../../../core/gaps/gap.ts';
import type { ReportQuery } from './report-query.ts';
import { ScenarioPart } from './scenario-part.tsx';
import { SitingPart } from './siting-part.tsx';
import { useReport } from './use-report.ts';

/** What is proposed, where the address names something; how its figures differ from a share of students. */
export function Proposals({
  query: { siting, scenario },
  result,
}: {
  query: ReportQuery;
  result?: GapResult;
}) {
  const { r } = useReport();
  if (!siting && !scenario) return null;
  const differs = result && !result.access && result.params.demand === 'all';
  return (
    <>
      {siting && <SitingPart id={siting} />}
      {scenario && <ScenarioPart id={scenario} />}
      {differs && <p class="muted small">{r('proposal.where')}</p>}
    </>
  );
}
