import type { ReferralView } from '../../api/referrals.ts';
import { useReferralWords } from './use-referral-words.ts';

/** Of a draft: what the family has yet to agree to, and the way there. */
export function ConsentNeeded({ referral }: { referral: ReferralView }) {
  const { t } = useReferralWords();
  const { id, missing, studentId, organizationName } = referral;
  if (!missing || missing.length === 0) return null;
  return (
    <p class="small">
      {t('consent.missing', { organization: organizationName })}{' '}
      <a class="no-print" href={`/students/${studentId}/consents?referral=${id}`}>
        {t('consent.get')}
      </a>
    </p>
  );
}
