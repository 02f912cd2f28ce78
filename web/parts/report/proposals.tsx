import type { ReportQuery } from './report-query.ts';
import { ScenarioPart } from './scenario-part.tsx';
import { SitingPart } from './siting-part.tsx';

/** What is proposed, where the address names something. */
export function Proposals({ query: { siting, scenario } }: { query: ReportQuery }) {
  return (
    <>
      {siting && <SitingPart id={siting} />}
      {scenario && <ScenarioPart id={scenario} />}
    </>
  );
}
