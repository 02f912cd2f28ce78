import { Editable } from './editable.tsx';
import { ListSection } from './list-section.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { fieldsOfItem } from './plan-lists.ts';
import { RemoveButton } from './remove-button.tsx';

export function SupportersSection() {
  const { page, plan, words } = usePlanOnScreen();
  const { t } = words;
  const { supporters } = plan;
  const may = page.may.steer;
  return (
    <ListSection list="supporters" may={may} count={supporters.length} empty={t('empty.supporters')}>
      {supporters.map(({ id, name, relation, contact }) => (
        <li key={id} class="plan-item">
          <Editable
            fields={fieldsOfItem('supporters', id)}
            may={may}
            label={t('change')}
            about={t('changeOf', { what: name })}
            more={<RemoveButton list="supporters" id={id} what={name} />}
          >
            <p class="plan-main">{name}</p>
            <p class="muted">{[relation, contact].filter(Boolean).join(' · ')}</p>
          </Editable>
        </li>
      ))}
    </ListSection>
  );
}
