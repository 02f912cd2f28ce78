import { useState } from 'preact/hooks';
import type { FairnessGroup, PlanParams } from '../../../core/placement/plan.ts';
import { startPlan } from '../../api/plans.ts';
import type { Problem } from '../../api/problem.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { RemovableChip } from '../chip.tsx';
import { SelectField, TextField } from '../field.tsx';
import { useProblemText } from '../states.tsx';
import { mayPlanDistrict, mayPlanSchool } from '../work/may.ts';
import { TermSelect } from '../work/term-select.tsx';
import { groupsWords } from './plan-words.ts';
import { useGroupings } from './use-groupings.ts';
import { usePlans } from './use-plans.ts';

const DISTRICT = '';

interface PlanStartProps {
  busy: boolean;
  onStarted(jobId: string): void;
}

/** Makes a plan for all schools or one, as far as the person may. What was chosen stays when it does not work. */
export function PlanStart({ busy, onStarted }: PlanStartProps) {
  const { t } = usePlans();
  const scopes = useScopes();
  const [scope, setScope] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [terms, setTerms] = useState<readonly string[]>([]);
  const [fairBy, setFairBy] = useState<FairnessGroup | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [starting, setStarting] = useState(false);
  const chosen = scope ?? scopes[0]?.value;
  if (chosen === undefined) return null;
  const start = () => {
    setProblem(null);
    setStarting(true);
    startPlan(paramsOf(chosen, title.trim(), terms, fairBy))
      .then(
        ({ id }) => onStarted(id),
        (error: unknown) => setProblem(asProblem(error)),
      )
      .finally(() => setStarting(false));
  };
  return (
    <form
      class="plan-start section no-print"
      aria-labelledby="plan-start"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <h2 id="plan-start">{t('start.title')}</h2>
      <div class="controls">
        <SelectField label={t('start.scope')} value={chosen} options={scopes} onChange={setScope} />
        <TextField
          label={t('start.name')}
          hint={t('start.nameHint')}
          value={title}
          maxLength={200}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </div>
      <TermChoice terms={terms} onChange={setTerms} />
      <FairChoice fairBy={fairBy} onChange={setFairBy} />
      {problem && <StartProblem problem={problem} />}
      <div class="row">
        <Button type="submit" look="primary" disabled={starting || busy}>
          {t('start.go')}
        </Button>
      </div>
    </form>
  );
}

function StartProblem({ problem }: { problem: Problem }) {
  const { t } = usePlans();
  return (
    <p class="field-error" role="alert">
      {t('start.failed')} {useProblemText(problem)}
    </p>
  );
}

interface FairChoiceProps {
  fairBy: FairnessGroup | null;
  onChange(fairBy: FairnessGroup | null): void;
}

/** Says what it does, and that it costs nobody a place. */
function FairChoice({ fairBy, onChange }: FairChoiceProps) {
  const { t } = usePlans();
  const groupings = useGroupings();
  const label = groupings.find(({ value }) => value === fairBy)?.label ?? '';
  return (
    <SelectField
      label={t('start.fair')}
      hint={
        fairBy === null
          ? t('start.fairHint.none')
          : t('start.fairHint.some', { groups: groupsWords(fairBy, label, t) })
      }
      value={fairBy ?? ''}
      options={[{ value: '', label: t('start.fair.none') }, ...groupings]}
      onChange={(value) => onChange(value || null)}
    />
  );
}

interface TermChoiceProps {
  terms: readonly string[];
  onChange(terms: readonly string[]): void;
}

/** None chosen means all. */
function TermChoice({ terms, onChange }: TermChoiceProps) {
  const { t, term } = usePlans();
  return (
    <div class="stack-tight">
      <TermSelect
        label={t('start.terms')}
        value=""
        placeholder={terms.length === 0 ? t('start.termsAll') : t('start.termsAdd')}
        without={terms}
        onChange={(id) => id && onChange([...terms, id])}
      />
      {terms.length > 0 && (
        <div class="row">
          {terms.map((id) => (
            <RemovableChip
              key={id}
              label={term(id)}
              remove={t('start.termsRemove', { term: term(id) })}
              onRemove={() => onChange(terms.filter((other) => other !== id))}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function useScopes(): { value: string; label: string }[] {
  const { work } = usePlans();
  const { schools, config } = useSetting();
  const grants = useSession().account?.grants ?? [];
  return [
    ...(mayPlanDistrict(grants, config?.district?.id)
      ? [{ value: DISTRICT, label: work.t('runs.district') }]
      : []),
    ...schools
      .filter((school) => mayPlanSchool(grants, school))
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
}

function paramsOf(
  scope: string,
  title: string,
  terms: readonly string[],
  fairBy: FairnessGroup | null,
): PlanParams {
  return {
    ...(scope === DISTRICT ? { scope: 'district' } : { scope: 'school', schoolId: scope }),
    ...(title && { title }),
    ...(terms.length > 0 && { terms: [...terms] }),
    ...(fairBy && { fairBy }),
  };
}
