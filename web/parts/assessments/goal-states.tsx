import type { PlaceView } from '../../api/assessments.ts';
import { Chip } from '../chip.tsx';
import { goalName } from './goal-name.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

/** How a place stands towards the goals of its district. */
export function GoalStates({
  page: { goals, questions },
  voice,
}: {
  page: Pick<PlaceView, 'goals' | 'questions'>;
  voice: AssessmentSpeech;
}) {
  const { t } = voice;
  if (goals.length === 0) return null;
  return (
    <section class="section">
      <h2>{t('goal.title')}</h2>
      <ul class="plain-list assessment-goals">
        {goals.map((goal) => (
          <li key={goal.id}>
            <div>
              <p>{goalName(goal, questions, voice)}</p>
              {goal.note && <p class="muted small">{goal.note}</p>}
            </div>
            <Chip tone={goal.state === 'met' ? 'good' : 'plain'}>{t(`goal.state.${goal.state}`)}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}
