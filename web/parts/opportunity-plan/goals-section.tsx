import { Chip } from '../chip.tsx';
import { Editable } from './editable.tsx';
import { ListSection } from './list-section.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { fieldsOfItem } from './plan-lists.ts';
import { RemoveButton } from './remove-button.tsx';

export function GoalsSection() {
  const { page, plan, words } = usePlanOnScreen();
  const { t } = words;
  const { goals } = plan;
  const may = page.may.steer;
  return (
    <ListSection list="goals" may={may} count={goals.length} empty={t('empty.goals')}>
      {goals.map(({ id, text, term, area }) => (
        <li key={id} class="plan-item">
          <Editable
            fields={fieldsOfItem('goals', id)}
            may={may}
            label={t('change')}
            about={t('changeOf', { what: text })}
            more={<RemoveButton list="goals" id={id} what={text} />}
          >
            <p class="plan-text plan-main">{text}</p>
            <p class="row">
              <Chip>{t(`area.${area}`)}</Chip>
              <Chip icon="clock">{t(`term.${term}`)}</Chip>
            </p>
          </Editable>
        </li>
      ))}
    </ListSection>
  );
}
