import type { ReferralRules } from '../../../core/referrals/referral-rules.ts';
import type { ReferralView } from '../../api/referrals.ts';
import { endingWords, useReferralWords } from './use-referral-words.ts';

/** What happened to a referral, in plain words: the oldest first. */
export function ReferralSteps({ referral, rules }: { referral: ReferralView; rules: ReferralRules }) {
  const { t, say, language } = useReferralWords();
  const { createdAt, createdBy, steps } = referral;
  return (
    <ol class="referral-steps plain-list small">
      <li>
        <time class="muted" dateTime={createdAt}>
          {say.date(createdAt)}
        </time>
        <span>{createdBy ? t('part.created', { name: createdBy }) : t('part.createdPlain')}</span>
      </li>
      {steps.map((step) => {
        const { at, by, name, to, reason, outcome, note } = step;
        const why = endingWords(rules, { reason, outcome }, language);
        return (
          <li key={`${at} ${to}`}>
            <time class="muted" dateTime={at}>
              {say.date(at)}
            </time>
            <span>
              <strong>{t(stepKey(step))}</strong>
              {why && ` – ${why}`} <span class="muted">({name ?? t(`by.${by}`)})</span>
              {note && <q class="referral-note">{note}</q>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Two things happen without a change of state: the partner asks, or the school takes a letter along. */
function stepKey({ from, to, handedOver }: ReferralView['steps'][number]) {
  if (handedOver) return 'step.handedOver';
  return from === to ? 'step.asked' : (`step.${to}` as const);
}
