import { useState } from 'preact/hooks';
import { fieldOf, type PlanList } from '../../../core/opportunity-plan/plan-field.ts';
import { Button } from '../button.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

/** Takes an item out. It asks nothing: the last change can be undone, and the history keeps the item. */
export function RemoveButton({ list, id, what }: { list: PlanList; id: string; what: string }) {
  const { page, words, save } = usePlanOnScreen();
  const { t } = words;
  const [failed, setFailed] = useState(false);
  const field = fieldOf(list, id, 'removed');
  const remove = () => {
    setFailed(false);
    save([{ field, saw: page.fields[field]?.version ?? 0, to: true }]).catch(() => setFailed(true));
  };
  return (
    <>
      <Button look="quiet" aria-label={t('removeOf', { what })} onClick={remove}>
        {t('remove')}
      </Button>
      {failed && (
        <span class="field-error" role="alert">
          {t('failed')}
        </span>
      )}
    </>
  );
}
