import { useState } from 'preact/hooks';
import type { PlanRow, PlanSummary } from '../../../core/placement/plan.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { outcomeWords } from './outcome-words.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { canAccept, canRefuse, canReopen, pairOf } from './row-choices.ts';
import type { PlanActs } from './use-plan.ts';
import { usePlans } from './use-plans.ts';

interface PlanActionsProps {
  summary: PlanSummary;
  chosen: readonly PlanRow[];
  acts: PlanActs;
  onClear(): void;
}

/** What can be decided on the rows that are chosen, what came of it, and the way back. On a phone it stays below. */
export function PlanActions({ summary, chosen, acts, onClear }: PlanActionsProps) {
  const { t } = usePlans();
  const [refusing, setRefusing] = useState<readonly string[] | null>(null);
  const { busy, outcome, problem } = acts;
  const ids = (rows: readonly PlanRow[]) => rows.map((row) => row.id);
  const after = (done: Promise<boolean>) => done.then((worked) => worked && onClear());
  const pair = pairOf(chosen);
  const refusable = chosen.filter(canRefuse);
  return (
    <section class="plan-actions no-print" aria-label={t('act.chosen', { n: chosen.length })}>
      <div class="plan-acts">
        {chosen.length === 0 ? (
          <>
            <span class="muted small plan-act-none">{t('act.none')}</span>
            {summary.counts.proposed > 0 && (
              <Button disabled={busy} onClick={() => acts.decide({ rows: 'all', decision: 'accept' })}>
                {t('act.acceptAll', { n: summary.counts.proposed })}
              </Button>
            )}
          </>
        ) : (
          <>
            <strong class="figures">{t('act.chosen', { n: chosen.length })}</strong>
            <Button
              look="primary"
              disabled={busy || !chosen.some(canAccept)}
              onClick={() => after(acts.decide({ rows: ids(chosen.filter(canAccept)), decision: 'accept' }))}
            >
              {t('act.accept')}
            </Button>
            <Button disabled={busy || refusable.length === 0} onClick={() => setRefusing(ids(refusable))}>
              {t('act.refuse')}
            </Button>
            {chosen.some(canReopen) && (
              <Button
                disabled={busy}
                onClick={() =>
                  after(acts.decide({ rows: ids(chosen.filter(canReopen)), decision: 'reopen' }))
                }
              >
                {t('act.reopen')}
              </Button>
            )}
            {pair && (
              <Button disabled={busy} onClick={() => after(acts.together(pair.rows, !pair.together))}>
                {t(pair.together ? 'act.apart' : 'act.together')}
              </Button>
            )}
            <Button look="quiet" onClick={onClear}>
              {t('act.clear')}
            </Button>
          </>
        )}
      </div>
      <div class="plan-outcome">
        <StatusLine>{outcome ? outcomeWords(outcome, t) : ''}</StatusLine>
        {problem && !refusing && (
          <p class="field-error" role="alert">
            {t('act.failed')}
          </p>
        )}
        {summary.undo && (
          <Button look="quiet" disabled={busy} onClick={() => acts.undo()}>
            {t('act.undo')}: {t(`undo.${summary.undo.kind}`, { n: summary.undo.rows })}
          </Button>
        )}
      </div>
      {refusing && (
        <RefuseDialog
          count={refusing.length}
          busy={busy}
          failed={problem !== null}
          onCancel={() => setRefusing(null)}
          onRefuse={(reason, note) =>
            acts
              .decide({ rows: refusing, decision: 'refuse', reason, ...(note && { note }) })
              .then((worked) => {
                if (!worked) return;
                setRefusing(null);
                onClear();
              })
          }
        />
      )}
    </section>
  );
}
