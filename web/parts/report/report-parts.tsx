import { useState } from 'preact/hooks';
import type { GapResult } from '../../../core/gaps/gap.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { useSetting } from '../../state/config.tsx';
import { accessHeadline, accessSentence } from '../work/access-words.ts';
import { HowList } from '../work/gap-how.tsx';
import { GapInequality } from '../work/gap-inequality.tsx';
import { GapMap } from '../work/gap-map.tsx';
import type { GapQuery } from '../work/gap-query.ts';
import { GapTable } from '../work/gap-table.tsx';
import { gapHeadline, gapSentence } from '../work/gap-words.ts';
import { useAreaName } from '../work/use-area-name.ts';
import { useGapShapes } from '../work/use-gap-shapes.ts';
import { Proposals } from './proposals.tsx';
import { ReportPart } from './report-part.tsx';
import type { ReportQuery } from './report-query.ts';
import { affectedSentences, limitSentences, shareMethod } from './report-words.ts';
import { useReport } from './use-report.ts';

interface ReportPartsProps {
  job: JobView;
  result: GapResult;
  query: ReportQuery;
}

/** Question, answer, who is affected, map, table, how equal, method and limits, in the order a board asks. */
export function ReportParts({ job, result, query }: ReportPartsProps) {
  const voice = useReport();
  const { r, say } = voice;
  const { schools } = useSetting();
  const shapes = useGapShapes(result, schools);
  const nameOf = useAreaName(shapes);
  const [shown, setShown] = useState<Pick<GapQuery, 'shown' | 'rule'>>(query);
  const [hovered, setHovered] = useState<string | null>(null);
  const { access, params, byArea } = result;
  const table = { result, nameOf, active: hovered, selected: null, onHover: setHovered };
  return (
    <>
      <ReportPart title={r('question')}>
        <p>{access ? accessSentence(params, voice) : gapSentence(params, voice)}</p>
      </ReportPart>
      <ReportPart title={r('answer')}>
        <p class="report-answer">{access ? accessHeadline(result, voice) : gapHeadline(result, voice)}</p>
      </ReportPart>
      <ReportPart title={r('affected')}>
        <Sentences of={affectedSentences(result, nameOf, voice)} />
      </ReportPart>
      <ReportPart title={r('map')}>
        <GapMap
          {...{ result, shapes, nameOf, hovered }}
          query={{ ...shown, at: null }}
          onHover={setHovered}
          onSelect={setHovered}
          onChange={(change) => setShown((last) => ({ ...last, ...change }))}
          measuredAt={say.dateTime(job.finishedAt ?? job.createdAt)}
        />
      </ReportPart>
      <ReportPart title={r('table')}>
        <GapTable
          {...table}
          caption={r('table')}
          placeLabel={voice.t('gaps.school')}
          rows={result.bySchool}
          onSelect={setHovered}
        />
      </ReportPart>
      {byArea && (
        <ReportPart title={r('table.area')}>
          <GapTable
            {...table}
            caption={r('table.area')}
            placeLabel={voice.a('area.column')}
            rows={byArea}
            onSelect={setHovered}
          />
        </ReportPart>
      )}
      <GapInequality result={result} />
      <Proposals query={query} />
      <ReportPart title={r('method')}>
        {access ? <HowList result={result} /> : <Sentences of={shareMethod(result, voice)} />}
      </ReportPart>
      <ReportPart title={r('limits')}>
        <Sentences of={limitSentences(result, voice)} />
      </ReportPart>
    </>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
