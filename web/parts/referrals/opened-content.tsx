import type { Urgency } from '../../../core/students/student.ts';
import type { OpenedReferral } from '../../api/referrals.ts';
import { ReceivedContent } from '../consents/received-content.tsx';
import { useConsentText } from '../consents/use-consent-words.ts';
import { useReferralWords } from './use-referral-words.ts';

/** What a partner may read of a referral at this moment. */
export function OpenedContent({ opened }: { opened: OpenedReferral }) {
  const { t, term, work } = useReferralWords();
  const consentText = useConsentText();
  const { shared } = opened;
  if (!shared) return <p class="muted">{t('partner.closed')}</p>;
  const { wish, content, message } = shared;
  return (
    <>
      <p>
        {t('partner.for')}: <strong>{term(wish.term)}</strong>
        {wish.urgency !== undefined && ` (${work.t(`urgency.${wish.urgency as Urgency}`)})`}
      </p>
      <ReceivedContent content={content} t={consentText} />
      {message && (
        <p>
          {t('partner.words')} <q>{message}</q>
        </p>
      )}
    </>
  );
}
