import type { Step } from '../../../core/opportunity-plan/plan-of.ts';
import { Editable } from './editable.tsx';
import { ListSection } from './list-section.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { fieldsOfItem } from './plan-lists.ts';
import { RemoveButton } from './remove-button.tsx';
import { StepReferral } from './step-referral.tsx';
import { StepState } from './step-state.tsx';

/** What happens next; how far each step is can be said by more people than may change the step. */
export function StepsSection() {
  const { page, plan, words, own } = usePlanOnScreen();
  const { t } = words;
  const empty = t(own || !page.may.change ? 'empty.steps.own' : 'empty.steps');
  return (
    <ListSection list="steps" may={page.may.change} count={plan.steps.length} empty={empty}>
      {plan.steps.map((step) => (
        <li key={step.id} class={`plan-item plan-step-${step.state}`}>
          <Editable
            fields={fieldsOfItem('steps', step.id)}
            may={page.may.change}
            label={t('change')}
            about={t('changeOf', { what: step.text })}
            more={<RemoveButton list="steps" id={step.id} what={step.text} />}
          >
            <p class="plan-text plan-main">{step.text}</p>
            <StepFacts step={step} />
          </Editable>
          <StepReferral step={step} />
          <StepState step={step} />
        </li>
      ))}
    </ListSection>
  );
}

function StepFacts({ step }: { step: Step }) {
  const { page, plan, words } = usePlanOnScreen();
  const { t, day } = words;
  const goal = plan.goals.find(({ id }) => id === step.goal);
  const service = step.offer === undefined ? undefined : page.offers[step.offer];
  const facts = [
    step.helper && t('step.helps', { name: step.helper }),
    step.by && t(isLate(step) ? 'step.late' : 'step.by', { date: day(step.by) }),
    goal && t('step.for', { goal: goal.text }),
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p class={isLate(step) ? 'plan-late' : 'muted'}>{facts.join(' · ')}</p>}
      {service && (
        <p>
          <a href={`/services/${service.serviceId}`}>{t('step.service', { service: service.serviceName })}</a>
        </p>
      )}
    </>
  );
}

/** By this screen's day: a step is due on its whole day. */
function isLate({ by, state }: Step): boolean {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return by !== undefined && by < today && (state === 'not-started' || state === 'under-way');
}
