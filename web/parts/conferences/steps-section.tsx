import { newId } from '../new-id.ts';
import { usePlanText } from '../opportunity-plan/use-plan-words.ts';
import { ItemForm } from './item-form.tsx';
import type { ConferenceOnScreen } from './use-conference.ts';
import { useConferenceWords } from './use-conference-words.ts';

/** What happens next: each goes into the plan, and is told as it stands there now. */
export function StepsSection({ page, agree }: ConferenceOnScreen) {
  const { t } = useConferenceWords();
  const fields = [
    { name: 'text', label: t('steps.text'), most: 500, required: true },
    { name: 'helper', label: t('steps.helper'), most: 200 },
    { name: 'by', label: t('steps.by'), kind: 'date' },
    {
      name: 'goal',
      label: t('steps.goal'),
      kind: 'choice',
      options: [
        { value: '', label: t('steps.noGoal') },
        ...page.goals.map(({ id, text }) => ({ value: id, label: text })),
      ],
    },
  ] as const;
  return (
    <section class="section" aria-labelledby="steps">
      <h2 id="steps">{t('steps')}</h2>
      {page.may.hold && <p class="no-print">{t('steps.lead')}</p>}
      {page.steps.length === 0 && <p class="muted">{t('steps.none')}</p>}
      <Steps page={page} />
      <p class="no-print">
        <a href={`/students/${page.student.id}/plan`}>{t('steps.plan')}</a>
      </p>
      {page.may.hold && (
        <ItemForm
          fields={fields.filter(({ name }) => name !== 'goal' || page.goals.length > 0)}
          submit={t('steps.add')}
          onSave={({ text = '', helper, by, goal }) =>
            agree({ id: newId(), text, ...(helper && { helper }), ...(by && { by }), ...(goal && { goal }) })
          }
        />
      )}
    </section>
  );
}

function Steps({ page }: Pick<ConferenceOnScreen, 'page'>) {
  const facts = useStepFacts();
  return (
    <ul class="plain-list meeting-items">
      {page.steps.map((step) => (
        <li key={step.id}>
          <p class="meeting-point">{step.text}</p>
          <p class="muted">{facts(step)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Who helps, by when, and how far it is. */
export function useStepFacts() {
  const { t, day } = useConferenceWords();
  const plan = usePlanText();
  return ({ helper, by, state }: ConferenceOnScreen['page']['steps'][number]) =>
    [
      helper && plan('step.helps', { name: helper }),
      by && plan('step.by', { date: day(by) }),
      state ? plan(`state.${state}`) : t('steps.gone'),
    ]
      .filter(Boolean)
      .join(' · ');
}
