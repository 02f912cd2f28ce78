import type { AskedDetails } from '../../api/referral-links.ts';
import { ReceivedContent } from '../consents/received-content.tsx';
import { useConsentText } from '../consents/use-consent-words.ts';
import { useWork } from '../work/use-work.ts';
import { useAnswerWords } from './use-answer-words.ts';

/** What a school asks for, as far as the family has agreed that the partner may read it. */
export function RequestDetails({ details }: { details: AskedDetails }) {
  const t = useAnswerWords();
  const consents = useConsentText();
  const { term, t: work } = useWork();
  const { wish, content, message } = details;
  const urgency = wish.urgency === undefined ? '' : ` (${work(`urgency.${wish.urgency}`)})`;
  return (
    <>
      <dl class="profile">
        <div>
          <dt>{t(wish.wish)}</dt>
          <dd>
            <strong>{term(wish.term)}</strong>
            {urgency}
          </dd>
        </div>
      </dl>
      <ReceivedContent content={content} t={consents} />
      {message !== undefined && (
        <figure class="answer-message">
          <figcaption>{t('message')}</figcaption>
          <blockquote>{message}</blockquote>
        </figure>
      )}
    </>
  );
}
