import type { PlanCertificate } from '../../../core/placement/plan.ts';
import { proofSentences } from './plan-words.ts';
import { usePlans } from './use-plans.ts';

/** Why nothing better is possible, for who wants to know. */
export function PlanProof({ certificate }: { certificate: PlanCertificate }) {
  const voice = usePlans();
  return (
    <details class="plan-proof">
      <summary>{voice.t('proof.title')}</summary>
      {proofSentences(certificate, voice).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  );
}
