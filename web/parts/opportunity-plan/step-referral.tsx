import { useState } from 'preact/hooks';
import { fieldOf } from '../../../core/opportunity-plan/plan-field.ts';
import type { Step } from '../../../core/opportunity-plan/plan-of.ts';
import { referralToTie } from '../../../core/opportunity-plan/step-to-tie.ts';
import { isOpen } from '../../../core/referrals/referral-state.ts';
import { Button } from '../button.tsx';
import { StateChip } from '../referrals/state-chip.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

/** What became of a step that was referred: its state, and one click where the step may be done, or may be tied. */
export function StepReferral({ step }: { step: Step }) {
  const { page, plan, words } = usePlanOnScreen();
  const { t } = words;
  const referral = step.referral === undefined ? undefined : page.referrals[step.referral];
  const useful = Object.entries(page.referrals).filter(([, one]) => one.succeeded || isOpen(one.state));
  const untied = page.may.change ? referralToTie(step, plan.steps, useful) : undefined;
  const isOver = step.state === 'done' || step.state === 'dropped';
  return (
    <>
      {referral && (
        <p class="row">
          <a href={`/students/${page.student.id}#referrals`}>{t('step.referral')}</a>
          <StateChip referral={referral} />
        </p>
      )}
      {referral?.succeeded && !isOver && page.may.progress && (
        <OneClick step={step} part="state" to="done" lead={t('step.succeeded')} label={t('step.markDone')} />
      )}
      {untied !== undefined && !isOver && (
        <OneClick
          step={step}
          part="referral"
          to={untied}
          lead={t('step.untied', { referral: words.referral(untied) })}
          label={t('step.tie')}
        />
      )}
    </>
  );
}

interface OneClickProps {
  step: Step;
  part: 'state' | 'referral';
  to: string;
  lead: string;
  label: string;
}

function OneClick({ step, part, to, lead, label }: OneClickProps) {
  const { page, words, save } = usePlanOnScreen();
  const [failed, setFailed] = useState(false);
  const field = fieldOf('steps', step.id, part);
  const write = () => {
    setFailed(false);
    save([{ field, saw: page.fields[field]?.version ?? 0, to }]).catch(() => setFailed(true));
  };
  return (
    <div class="no-print">
      <p>{lead}</p>
      <Button aria-label={`${label}: ${step.text}`} onClick={write}>
        {label}
      </Button>
      {failed && (
        <p class="field-error" role="alert">
          {words.t('failed')}
        </p>
      )}
    </div>
  );
}
