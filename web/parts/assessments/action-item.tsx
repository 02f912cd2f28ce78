import { isOverdue } from '../../../core/assessments/action.ts';
import type { PlacePage, ShownAction } from '../../api/assessments.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { useAssessments } from './use-assessments.ts';

interface ActionItemProps {
  page: PlacePage;
  action: ShownAction;
  onTurn(next: ShownAction): void;
  onEdit(): void;
}

/** An action with its state, the next steps as buttons, and its history. */
export function ActionItem({ page, action, onTurn, onEdit }: ActionItemProps) {
  const voice = useAssessments(page);
  const { t, words, day } = voice;
  const { what, owner, dueOn, state } = action;
  const question = page.questions.find(({ id }) => id === action.question);
  const step = (
    label: 'action.done' | 'action.undone' | 'action.drop' | 'action.again',
    to: typeof state,
  ) => (
    <Button
      look={to === 'dropped' ? 'quiet' : 'plain'}
      aria-label={t('action.of', { do: t(label), action: what })}
      onClick={() => onTurn({ ...action, state: to })}
    >
      {t(label)}
    </Button>
  );
  return (
    <li>
      <div>
        <p>
          <strong>{what}</strong> <ActionState action={action} />
        </p>
        <p>{t('action.line', { owner, date: day(dueOn) })}</p>
        {question && <p class="muted small">{words(question.text)}</p>}
        <details class="small no-print">
          <summary>{t('action.history')}</summary>
          <ul>
            {action.history.map((event) => (
              <li key={event.at}>
                {t('action.event', {
                  date: day(event.at),
                  by: event.by ?? t('somebody'),
                  state: t(`action.state.${event.state}`),
                  owner: event.owner,
                  due: day(event.dueOn),
                })}
              </li>
            ))}
          </ul>
        </details>
      </div>
      {page.mayRate && (
        <div class="row no-print">
          {state === 'open' && step('action.done', 'done')}
          {state === 'open' && (
            <Button
              look="quiet"
              aria-label={t('action.of', { do: t('action.change'), action: what })}
              onClick={onEdit}
            >
              {t('action.change')}
            </Button>
          )}
          {state === 'open' && step('action.drop', 'dropped')}
          {state === 'done' && step('action.undone', 'open')}
          {state === 'dropped' && step('action.again', 'open')}
        </div>
      )}
    </li>
  );
}

export function ActionState({ action }: { action: Pick<ShownAction, 'state' | 'dueOn'> }) {
  const { t } = useAssessments();
  if (isOverdue(action, new Date().toISOString().slice(0, 10)))
    return <Chip tone="signal">{t('action.overdue')}</Chip>;
  return <Chip tone={action.state === 'done' ? 'good' : 'plain'}>{t(`action.state.${action.state}`)}</Chip>;
}
