import './work.css';
import './plans.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PlanSummary } from '../../../core/placement/plan.ts';
import { type PlanRows, planFile } from '../../api/plans.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { LoadedPage } from '../../parts/loaded-page.tsx';
import { FairnessPanel } from '../../parts/plans/fairness-panel.tsx';
import { filterRows, type RowNames, sortPlanRows } from '../../parts/plans/filter-rows.ts';
import { filterWords } from '../../parts/plans/filter-words.ts';
import { PlanActions } from '../../parts/plans/plan-actions.tsx';
import { PlanAnew } from '../../parts/plans/plan-anew.tsx';
import { PlanFilters, useFlowName } from '../../parts/plans/plan-filters.tsx';
import { PlanHead, useScopeName } from '../../parts/plans/plan-head.tsx';
import { PlanMap } from '../../parts/plans/plan-map.tsx';
import { PlanPrint } from '../../parts/plans/plan-print.tsx';
import { PLAN_VIEWS, planQuery } from '../../parts/plans/plan-query.ts';
import { PlanTable } from '../../parts/plans/plan-table.tsx';
import { chosenOf, NOTHING_CHOSEN } from '../../parts/plans/selection.ts';
import { type PlanActs, usePlan } from '../../parts/plans/use-plan.ts';
import { usePlanColumns } from '../../parts/plans/use-plan-columns.tsx';
import { usePlans } from '../../parts/plans/use-plans.ts';
import { ReferPlan } from '../../parts/referrals/refer-plan.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { StatusLine } from '../../parts/status-line.tsx';
import { useSession } from '../../state/session.tsx';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** One plan: what it comes to, each need with its place, who goes where, and whether it is fair. */
export default function PlanView({ id }: { id: string }) {
  const { summary, rows, acts } = usePlan(id);
  return (
    <LoadedPage loaded={summary}>
      {(data) => (
        <div class="page plans">
          <PlanTop summary={data} />
          {rows.data ? (
            <PlanBody summary={data} data={rows.data} acts={acts} />
          ) : rows.problem ? (
            <ErrorState problem={rows.problem} onRetry={rows.reload} />
          ) : (
            <Skeleton lines={12} />
          )}
        </div>
      )}
    </LoadedPage>
  );
}

function PlanTop({ summary }: { summary: PlanSummary }) {
  const { t, say, work } = usePlans();
  const scopeName = useScopeName();
  const { params } = summary;
  const mayRefer = useSession().has('administrator', 'coordinator');
  useTitle(summary.title || t('plan.number', { number: String(summary.number) }));
  return (
    <>
      <header class="page-head">
        <div>
          <p class="small no-print">
            <a href="/plans">
              <Glyph name="arrow-left" size={16} /> {t('plan.all')}
            </a>
          </p>
          <h1>{summary.title || t('plan.number', { number: String(summary.number) })}</h1>
          <p class="muted">
            {[
              ...(summary.title ? [t('plan.number', { number: String(summary.number) })] : []),
              scopeName(params),
              t('plan.made', { date: say.dateTime(summary.createdAt) }),
            ].join(' · ')}
          </p>
          {params.basedOn && (
            <p class="small no-print">
              {t('plan.basedOn')}{' '}
              <a href={`/plans/compare?a=${params.basedOn}&b=${summary.id}`}>{t('plan.compareBefore')}</a>
            </p>
          )}
        </div>
        <div class="row no-print">
          <LinkButton icon="download" download href={planFile(summary.id)}>
            {t('plan.csv')}
          </LinkButton>
          <Button icon="printer" onClick={() => window.print()}>
            {work.t('print')}
          </Button>
        </div>
      </header>
      {summary.stale && <PlanAnew summary={summary} />}
      <PlanHead summary={summary} />
      {mayRefer && <ReferPlan planId={summary.id} accepted={summary.counts.accepted} />}
    </>
  );
}

interface PlanBodyProps {
  summary: PlanSummary;
  data: PlanRows;
  acts: PlanActs;
}

function PlanBody({ summary, data, acts }: PlanBodyProps) {
  const voice = usePlans();
  const { t, term, say } = voice;
  const [query, change] = useQuery(planQuery);
  const [number, setNumber] = useState('');
  const [selection, setSelection] = useState(NOTHING_CHOSEN);
  const flowName = useFlowName(data);
  const names = useMemo<RowNames>(
    () => ({
      term,
      school: (schoolId) => data.schools[schoolId]?.name ?? '',
      place: ({ offerId }) => (offerId === undefined ? null : (data.offers[offerId]?.name ?? '')),
    }),
    [data, term],
  );
  const { view, school, urgency, state, flow, sort, down, by } = query;
  const inFilter = useMemo(
    () => filterRows(data.rows, query, number, data),
    [data, school, query.term, urgency, state, flow, number],
  );
  // The map shows every flow of the filter; the one that is chosen stands out in it.
  const inMap = useMemo(
    () => (flow === null ? inFilter : filterRows(data.rows, { ...query, flow: null }, number, data)),
    [inFilter, flow],
  );
  const rows = useMemo(
    () => sortPlanRows(inFilter, { key: sort, down }, names, say.locale),
    [inFilter, sort, down, names, say.locale],
  );
  const numbers = useMemo(() => new Map(data.rows.map((row) => [row.id, row.localId])), [data]);
  const numberOf = useCallback((rowId: string) => numbers.get(rowId) ?? '', [numbers]);
  const columns = usePlanColumns(data, acts.outcome?.conflicts, numberOf);
  const chosen = useMemo(() => {
    const ids = new Set(
      chosenOf(
        selection,
        rows.map((row) => row.id),
      ),
    );
    return rows.filter((row) => ids.has(row.id));
  }, [selection, rows]);
  const clear = useClear(() => setSelection(NOTHING_CHOSEN));
  return (
    <>
      <div class="section-head no-print">
        <fieldset class="switch no-print">
          <legend class="visually-hidden">{t('plan.views')}</legend>
          {PLAN_VIEWS.map((value) => (
            <Button key={value} aria-pressed={view === value} onClick={() => change({ view: value })}>
              {t(`plan.view.${value}`)}
            </Button>
          ))}
        </fieldset>
        {view !== 'fairness' && (
          <StatusLine>
            {rows.length === data.rows.length
              ? t('filter.shown', { n: rows.length })
              : t('filter.shownOf', { n: rows.length, all: data.rows.length })}
          </StatusLine>
        )}
      </div>
      {view === 'fairness' ? (
        <FairnessPanel
          planId={summary.id}
          version={JSON.stringify(summary.counts)}
          by={by}
          onBy={(next) => change({ by: next }, { replace: true })}
        />
      ) : (
        <>
          <PlanFilters
            rows={data.rows}
            places={data}
            filter={query}
            onChange={(part) => change(part, { replace: true })}
            number={number}
            onNumber={setNumber}
            flow={flowName(flow)}
          />
          {view === 'map' ? (
            <PlanMap
              rows={inMap}
              places={data}
              selected={flow}
              onSelect={(next) => change({ flow: next }, { replace: true })}
              onShowRows={() => change({ view: 'needs' })}
            />
          ) : rows.length === 0 ? (
            data.rows.length > 0 && (
              <EmptyState title={t('filter.none')}>
                <p>{t('filter.noneHelp')}</p>
              </EmptyState>
            )
          ) : (
            <PlanTable
              rows={rows}
              columns={columns}
              sorting={{ key: sort, down }}
              onSort={(next) => change({ sort: next.key, down: next.down }, { replace: true })}
              selection={selection}
              onSelection={setSelection}
            />
          )}
          {view === 'needs' && data.rows.length > 0 && (
            <PlanActions summary={summary} chosen={chosen} acts={acts} onClear={clear} />
          )}
          <PlanPrint
            {...{ summary, rows, columns }}
            places={data}
            filter={filterWords(query, number, names, flowName(flow), voice)}
          />
        </>
      )}
    </>
  );
}

/** After a decision nothing is chosen, and the focus goes back to the row where it was. */
function useClear(clear: () => void): () => void {
  const cleared = useRef(false);
  useEffect(() => {
    if (!cleared.current) return;
    cleared.current = false;
    document.querySelector<HTMLElement>('.plan-table tbody tr[tabindex="0"]')?.focus({ preventScroll: true });
  });
  return () => {
    cleared.current = true;
    clear();
  };
}
