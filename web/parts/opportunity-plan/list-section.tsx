import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PlanList } from '../../../core/opportunity-plan/plan-field.ts';
import { Button } from '../button.tsx';
import { newId } from '../new-id.ts';
import { usePlanOnScreen } from './plan-context.tsx';
import { PlanForm } from './plan-form.tsx';
import { fieldsOfItem } from './plan-lists.ts';

interface ListSectionProps {
  list: PlanList;
  may: boolean;
  count: number;
  empty: string;
  children: ComponentChildren;
}

/** A list of the plan with the way to add to it. */
export function ListSection({ list, may, count, empty, children }: ListSectionProps) {
  const { words } = usePlanOnScreen();
  const { t } = words;
  const [adding, setAdding] = useState<string | null>(null);
  const [returned, setReturned] = useState(false);
  const button = `plan-add-${list}`;
  useEffect(() => {
    if (returned) document.getElementById(button)?.focus();
    setReturned(false);
  }, [returned, button]);
  const close = () => {
    setAdding(null);
    setReturned(true);
  };
  return (
    <section class="section" aria-labelledby={`plan-${list}`}>
      <h2 id={`plan-${list}`}>{t(list)}</h2>
      {count === 0 ? <p class="muted">{empty}</p> : <ul class="plain-list plan-items">{children}</ul>}
      {adding && (
        <PlanForm
          key={adding}
          fields={fieldsOfItem(list, adding)}
          submit={t('add')}
          onDone={close}
          onCancel={close}
        />
      )}
      {may && !adding && (
        <p class="no-print">
          <Button id={button} onClick={() => setAdding(newId())}>
            {t(`add.${list}`)}
          </Button>
        </p>
      )}
    </section>
  );
}
