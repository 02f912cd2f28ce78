import { useEffect, useRef, useState } from 'preact/hooks';
import { type PlacePage, type ShownAction, saveAction } from '../../api/assessments.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ActionForm } from './action-form.tsx';
import { ActionItem } from './action-item.tsx';
import { useAssessments } from './use-assessments.ts';

interface ActionsPartProps {
  page: PlacePage;
  /** The question for which an action is planned; '' for none; null: nothing is planned. */
  planned: string | null;
  onPlan(question: string | null): void;
  onChanged(next?: PlacePage): void;
}

/** What is done about gaps: who, until when, and what became of it. */
export function ActionsPart({ page, planned, onPlan, onChanged }: ActionsPartProps) {
  const voice = useAssessments(page);
  const { t } = voice;
  const [said, setSaid] = useState('');
  const [edited, setEdited] = useState<string | null>(null);
  useEffect(() => {
    if (location.hash === '#actions') document.getElementById('actions')?.scrollIntoView();
  }, []);
  const section = useRef<HTMLElement>(null);
  /** The form goes: one is left where the next action begins. */
  const close = () => {
    onPlan(null);
    setEdited(null);
    requestAnimationFrame(() => section.current?.querySelector('button')?.focus());
  };
  const done = (next: PlacePage, state: ShownAction['state']) => {
    onChanged(next);
    close();
    setSaid(t('action.said', { state: t(`action.state.${state}`) }));
  };
  const turn = async (action: ShownAction) => {
    try {
      onChanged(await saveAction(action));
      setSaid(t('action.said', { state: t(`action.state.${action.state}`) }));
    } catch (error) {
      const isOthers = asProblem(error).code === 'assessment-changed';
      if (isOthers) onChanged();
      setSaid(t(isOthers ? 'action.other' : 'failed'));
    }
  };
  return (
    <section ref={section} class="section" id="actions" aria-label={t('action.title')}>
      <div class="section-head section-head-line">
        <h2>{t('action.title')}</h2>
        {page.mayRate && planned === null && (
          <Button class="no-print" onClick={() => onPlan('')}>
            {t('action.new')}
          </Button>
        )}
      </div>
      {planned !== null && (
        <ActionForm
          key={planned}
          page={page}
          question={planned || null}
          onSaved={(next) => done(next, 'open')}
          onCancel={close}
        />
      )}
      <p role="status" class="small">
        {said}
      </p>
      {page.actions.length === 0 && <p class="muted">{t('action.none')}</p>}
      <ul class="plain-list assessment-actions">
        {page.actions.map((action) =>
          edited === action.id ? (
            <li key={action.id}>
              <ActionForm
                page={page}
                action={action}
                question={action.question}
                onSaved={(next) => done(next, action.state)}
                onCancel={close}
              />
            </li>
          ) : (
            <ActionItem
              key={action.id}
              page={page}
              action={action}
              onTurn={(next) => void turn(next)}
              onEdit={() => setEdited(action.id)}
            />
          ),
        )}
      </ul>
    </section>
  );
}
