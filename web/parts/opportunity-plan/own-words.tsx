import type { ComponentChildren } from 'preact';
import type { PlanWords } from '../../../core/opportunity-plan/plan-field.ts';
import { BesideChoice } from './beside-choice.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { PlanForm } from './plan-form.tsx';
import { WordsSection } from './words-section.tsx';

interface OwnWordsProps {
  part: PlanWords;
  onDone(): void;
  back: ComponentChildren;
}

/** A large empty place to write in, and on: what was written is saved on the way. Two texts wait for a choice first. */
export function OwnWords({ part, onDone, back }: OwnWordsProps) {
  const { page, words } = usePlanOnScreen();
  const { t } = words;
  if (!page.may.steer) return <WordsSection part={part} />;
  const contested = (page.fields[part]?.beside.length ?? 0) > 0;
  return (
    <section class="section" aria-labelledby={`plan-${part}`}>
      <h2 id={`plan-${part}`}>{t(part)}</h2>
      <BesideChoice field={part} may />
      {!contested && (
        <PlanForm
          key={page.fields[part]?.version ?? 0}
          fields={[part]}
          hint={t(`${part}.hint`)}
          submit={t('simple.saveNext')}
          focus={false}
          onDone={(beside) => {
            if (beside.length === 0) onDone();
          }}
        />
      )}
      {back && <div class="row simple-ways">{back}</div>}
    </section>
  );
}
