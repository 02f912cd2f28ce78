import { useState } from 'preact/hooks';
import { GAP_UNITS, type GapResult } from '../../../core/gaps/gap.ts';
import { allRows, rowsBy } from '../../../core/gaps/rows-by.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { useSetting } from '../../state/config.tsx';
import { accessHeadline, accessSentence } from './access-words.ts';
import { GapDetail } from './gap-detail.tsx';
import { GapHow } from './gap-how.tsx';
import { GapInequality } from './gap-inequality.tsx';
import { GapMap } from './gap-map.tsx';
import type { GapQuery } from './gap-query.ts';
import { GapTables } from './gap-tables.tsx';
import { gapHeadline, gapSentence } from './gap-words.ts';
import { RunFindings } from './run-findings.tsx';
import { useAccess } from './use-access.ts';
import { useAreaName } from './use-area-name.ts';
import { useGapShapes } from './use-gap-shapes.ts';

interface GapReportProps {
  job: JobView;
  result: GapResult;
  query: GapQuery;
  onChange(change: Partial<GapQuery>, how?: { replace?: boolean }): void;
}

/** One measurement: headline, map with legend, the same figures as a table, one place in detail. */
export function GapReport({ job, result, query, onChange }: GapReportProps) {
  const wording = useAccess();
  const { t, say } = wording;
  const { params } = result;
  const [hovered, setHovered] = useState<string | null>(null);
  const { schools } = useSetting();
  const shapes = useGapShapes(result, schools);
  const nameOf = useAreaName(shapes);
  const selected = allRows(result).find((row) => row.id === query.at) ?? null;
  const select = (id: string | null) => {
    const by = GAP_UNITS.find((unit) => rowsBy(result, unit).some((row) => row.id === id));
    onChange(id && by ? { at: id, by } : { at: null }, { replace: true });
  };
  return (
    <section class="gap-report">
      <header class="stack-tight">
        <p class="print-only">
          {result.access ? accessSentence(params, wording) : gapSentence(params, wording)}
        </p>
        <h2>{result.access ? accessHeadline(result, wording) : gapHeadline(result, wording)}</h2>
        <p class="muted">
          {t('gaps.offers', { n: result.offers })}
          {result.total.unmet !== null && ` ${t('gaps.unmetAtLeast', { n: result.total.unmet })}`}
        </p>
        {params.demand === 'need' && !result.access && <p class="muted small">{t('gaps.needCovered')}</p>}
      </header>
      <GapMap
        {...{ result, query, shapes, nameOf, hovered, onChange }}
        onHover={setHovered}
        onSelect={select}
        measuredAt={say.dateTime(job.finishedAt ?? job.createdAt)}
      />
      <div class="gap-side">
        {selected && (
          <GapDetail row={selected} name={nameOf(selected)} result={result} onClose={() => select(null)} />
        )}
        <GapTables
          {...{ job, result, query, nameOf, hovered, onChange }}
          onHover={setHovered}
          onSelect={select}
        />
        <GapInequality result={result} />
        <GapHow result={result} />
        {result.travel && <RunFindings findings={result.travel.doubts} />}
      </div>
    </section>
  );
}
