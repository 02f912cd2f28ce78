import { useState } from 'preact/hooks';
import { type PlanReferred, referPlan } from '../../api/referrals.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { problemWords, useReferralWords } from './use-referral-words.ts';

const PARTS = ['sent', 'waiting', 'already', 'gone'] as const;

/** Refers every accepted row of a plan, and says what became of them. */
export function ReferPlan({ planId, accepted }: { planId: string; accepted: number }) {
  const { t } = useReferralWords();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<PlanReferred | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  if (accepted === 0) return null;
  const refer = async () => {
    setBusy(true);
    setFailed(null);
    await referPlan(planId).then(setResult, (error: unknown) => setFailed(problemWords(asProblem(error), t)));
    setBusy(false);
  };
  const told = result
    ? PARTS.filter((part) => result[part] > 0).map((part) => t(`plan.${part}`, { n: result[part] }))
    : [];
  return (
    <div class="row no-print">
      <Button disabled={busy} onClick={refer}>
        {busy ? t('refer.busy') : t('plan.refer', { n: accepted })}
      </Button>
      <StatusLine>{told.join(' ')}</StatusLine>
      {result && <a href="/referrals">{t('plan.see')}</a>}
      {failed && (
        <p class="field-error" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}
