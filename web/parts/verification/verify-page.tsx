import { useState } from 'preact/hooks';
import { loadVerifications, type VerificationQueue } from '../../api/verification.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { type QueryShape, useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { ProposalList } from '../corrections/proposal-list.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useVerification } from './use-verification.ts';
import { VerifyList } from './verify-list.tsx';

const SHOWS = ['verify', 'suggestions', 'proposals'] as const;
type Show = (typeof SHOWS)[number];

const verifyQuery: QueryShape<{ show: Show }> = {
  parse: (params) => ({ show: SHOWS.find((show) => show === params.get('show')) ?? 'verify' }),
  format: ({ show }) => new URLSearchParams(show === 'verify' ? {} : { show }),
};

const KEY = 'verifications';

/** The queue, redrawn when a reply to a change brings a newer one. */
export function useQueue() {
  const loaded = useLoaded(KEY, loadVerifications);
  const [, redraw] = useState(0);
  const take = (queue: VerificationQueue) => {
    keepReply(KEY, queue);
    redraw((turn) => turn + 1);
  };
  return { loaded, take };
}

/** What to verify next, what readers say is wrong, and what sources say of corrected fields. */
export function VerifyPage() {
  const { t } = useVerification();
  const { loaded, take } = useQueue();
  const [{ show }, change] = useQuery(verifyQuery);
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>
      {(queue) => (
        <div class="page">
          <header class="stack-tight">
            <h1>{t('title')}</h1>
            <p class="muted">{t('lead')}</p>
            <div class="switch no-print">
              {SHOWS.map((each) => (
                <Button key={each} aria-pressed={each === show} onClick={() => change({ show: each })}>
                  {t(`show.${each}`)}
                </Button>
              ))}
            </div>
          </header>
          {show === 'verify' && <VerifyList queue={queue} onChanged={take} />}
          {show === 'suggestions' && <SuggestionList />}
          {show === 'proposals' && <ProposalList />}
        </div>
      )}
    </LoadedPage>
  );
}
