import { recordsFor } from '../../../core/referrals/referral.ts';
import type { ReferralView } from '../../api/referrals.ts';
import { useReferralWords } from './use-referral-words.ts';

/** Of a draft: what the family has yet to agree to, and the way there. */
export function ConsentNeeded({ referral }: { referral: ReferralView }) {
  const { t } = useReferralWords();
  const { missing, wish, studentId, organizationId, organizationName } = referral;
  if (!missing || missing.length === 0) return null;
  const asked = new URLSearchParams({
    organization: organizationId,
    records: recordsFor({ wish, state: 'accepted' }).join(','),
  });
  return (
    <p class="small">
      {t('consent.missing', { organization: organizationName })}{' '}
      <a class="no-print" href={`/students/${studentId}/consents?${asked}`}>
        {t('consent.get')}
      </a>
    </p>
  );
}
