import { useEffect, useState } from 'preact/hooks';
import { readField } from '../../../core/opportunity-plan/plan-field.ts';
import {
  type HistoryEdit,
  type HistoryEntry,
  loadPlanHistory,
  type PlanHistory,
} from '../../api/opportunity-plan.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState } from '../states.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

/** Everything that was ever written, the newest first; it comes when somebody wants to see it. */
export function PlanHistorySection() {
  const { page, words } = usePlanOnScreen();
  const { t } = words;
  const [known, setKnown] = useState<PlanHistory | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = (before: number | null) => {
    setProblem(null);
    loadPlanHistory(page.student.id, before).then(
      (next) => setKnown((last) => (before === null || !last ? next : joined(last, next))),
      (error: unknown) => setProblem(asProblem(error)),
    );
  };
  const isOld = known !== null && (known.items[0]?.number ?? 0) < page.number;
  // What was written since it was opened belongs to it, too.
  useEffect(() => {
    if (isOld) load(null);
  }, [isOld]);
  return (
    <section class="section no-print" aria-labelledby="plan-history">
      <h2 id="plan-history">{t('history')}</h2>
      {page.number === 0 ? (
        <p class="muted">{t('history.none')}</p>
      ) : (
        <p>
          <Button aria-expanded={known !== null} onClick={() => (known ? setKnown(null) : load(null))}>
            {t(known ? 'history.hide' : 'history.show')}
          </Button>
        </p>
      )}
      {problem && <ErrorState problem={problem} onRetry={() => load(null)} />}
      <ol class="plain-list plan-history">
        {known?.items.map((entry) => (
          <Entry key={entry.number} entry={entry} history={known} />
        ))}
      </ol>
      {known?.next != null && <Button onClick={() => load(known.next)}>{t('history.more')}</Button>}
    </section>
  );
}

function joined(last: PlanHistory, { items, next, people }: PlanHistory): PlanHistory {
  return { items: [...last.items, ...items], next, people: { ...last.people, ...people } };
}

function Entry({ entry, history }: { entry: HistoryEntry; history: PlanHistory }) {
  const { words } = usePlanOnScreen();
  const { t, who, say } = words;
  const { number, at, edits, undoes } = entry;
  return (
    <li>
      <p class="muted small">
        {t('history.line', { who: who(history.people[number]), date: say.dateTime(at) })}
        {undoes !== undefined && ` · ${t('history.undo')}`}
      </p>
      {edits.map((edit) => (
        <p key={edit.field} class="plan-text">
          <EditWords edit={edit} />
        </p>
      ))}
    </li>
  );
}

function EditWords({ edit: { field, kind, from, to } }: { edit: HistoryEdit }) {
  const { words } = usePlanOnScreen();
  const { t, field: name, value } = words;
  const found = readField(field);
  if (found && found.list !== 'words' && found.part === 'removed' && to === true)
    return <>{t('history.removed', { field: t(found.list) })}</>;
  const line = t(kind === 'beside' ? 'history.beside' : 'history.set', {
    field: name(field),
    to: value(field, to),
  });
  return (
    <>
      {line}{' '}
      {from !== null && kind !== 'beside' && (
        <span class="muted">{t('history.was', { from: value(field, from) })}</span>
      )}
    </>
  );
}
