import { useState } from 'preact/hooks';
import { type AssessmentList, type Goal, saveGoal } from '../../api/assessments.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { addressWith } from './assessment-query.ts';
import { GoalForm } from './goal-form.tsx';
import { goalName } from './goal-name.ts';
import { useAssessments } from './use-assessments.ts';

type District = AssessmentList['districts'][number];

interface GoalsPartProps {
  list: AssessmentList;
  district: District;
  onChanged(): void;
}

/** What a district wants its schools to reach, how many do, and the form for who leads it. */
export function GoalsPart({ list, district, onChanged }: GoalsPartProps) {
  const voice = useAssessments(list);
  const { t } = voice;
  const [said, setSaid] = useState('');
  const shown = district.goals.filter(({ dropped }) => district.mayLead || !dropped);
  const change = async (goal: Goal) => {
    try {
      await saveGoal(goal);
      setSaid(
        goal.dropped
          ? t('goal.dropped', { goal: goalName(goal, district.questions, voice) })
          : t('goal.saved'),
      );
    } catch (error) {
      setSaid(t(asProblem(error).code === 'assessment-changed' ? 'goal.other' : 'failed'));
    }
    onChanged();
  };
  return (
    <section class="section">
      <div class="section-head section-head-line">
        <h2>{t('goal.title')}</h2>
        {district.mayLead && (
          <a class="no-print" href={addressWith('/assessments/questions', { district: district.id })}>
            {t('questions')}
          </a>
        )}
      </div>
      <p class="muted">{shown.length > 0 ? t('goal.lead') : t('goal.none')}</p>
      <ul class="plain-list assessment-goals">
        {shown.map((goal) => (
          <GoalLine key={goal.id} {...{ goal, list, district }} onChange={(next) => void change(next)} />
        ))}
      </ul>
      <p role="status" class="small">
        {said}
      </p>
      {district.mayLead && (
        <GoalForm
          list={list}
          district={district}
          onSet={() => {
            setSaid(t('goal.saved'));
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface GoalLineProps {
  goal: Goal;
  list: AssessmentList;
  district: District;
  onChange(goal: Goal): void;
}

function GoalLine({ goal, list, district, onChange }: GoalLineProps) {
  const voice = useAssessments(list);
  const { t } = voice;
  const name = goalName(goal, district.questions, voice);
  const schools = list.items.filter(
    ({ place }) => place.kind === 'school' && place.districtId === district.id,
  );
  const met = schools.filter(({ goals }) => goals.some(({ id, state }) => id === goal.id && state === 'met'));
  return (
    <li>
      <div>
        <p>
          <strong>{goal.dropped ? t('goal.dropped', { goal: name }) : name}</strong>
        </p>
        {goal.note && <p>{goal.note}</p>}
        {!goal.dropped && (
          <p class="muted small">{t('goal.schools', { met: met.length, all: schools.length })}</p>
        )}
      </div>
      {district.mayLead && (
        <Button
          look="quiet"
          class="no-print"
          aria-label={goal.dropped ? undefined : t('goal.dropOf', { goal: name })}
          onClick={() => onChange({ ...goal, dropped: !goal.dropped })}
        >
          {t(goal.dropped ? 'goal.takeUp' : 'goal.drop')}
        </Button>
      )}
    </li>
  );
}
