import type { PlanWords } from '../../../core/opportunity-plan/plan-field.ts';
import { Editable } from './editable.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

/** The student's own words about one thing. */
export function WordsSection({ part }: { part: PlanWords }) {
  const { page, plan, words } = usePlanOnScreen();
  const { t } = words;
  const text = plan[part];
  // Two texts are shown side by side instead.
  const isContested = (page.fields[part]?.beside.length ?? 0) > 0;
  return (
    <section class="section plan-words" aria-labelledby={`plan-${part}`}>
      <h2 id={`plan-${part}`}>{t(part)}</h2>
      <Editable
        fields={[part]}
        may={page.may.steer}
        label={t(text ? 'change' : 'write')}
        about={text ? t('changeOf', { what: t(part) }) : `${t('write')}: ${t(part)}`}
        hint={t(`${part}.hint`)}
      >
        {isContested ? null : text ? (
          <p class="plan-text">{text}</p>
        ) : (
          <p class="muted">{t('empty.words')}</p>
        )}
      </Editable>
    </section>
  );
}
