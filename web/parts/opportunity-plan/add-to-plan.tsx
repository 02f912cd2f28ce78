import { useState } from 'preact/hooks';
import { addPlanStep } from '../../api/opportunity-plan.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { usePlanText } from './use-plan-words.ts';

/** Makes a match a step of the student's plan. The server asks whether the account may; here the roles are enough. */
export function AddToPlan({
  studentId,
  offerId,
  name,
}: {
  studentId: string;
  offerId: string;
  name: string;
}) {
  const t = usePlanText();
  const [state, setState] = useState<'ready' | 'busy' | 'done' | 'failed'>('ready');
  if (!useSession().has('coordinator', 'administrator')) return null;
  const add = () => {
    setState('busy');
    addPlanStep(studentId, offerId).then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <span class="row no-print" role="status">
      {state === 'done' ? (
        <>
          {t('addToPlan.done')} <a href={`/students/${studentId}/plan`}>{t('addToPlan.open')}</a>
        </>
      ) : (
        <Button aria-label={`${t('addToPlan')}: ${name}`} disabled={state === 'busy'} onClick={add}>
          {t('addToPlan')}
        </Button>
      )}
      {state === 'failed' && <span class="field-error">{t('addToPlan.failed')}</span>}
    </span>
  );
}
