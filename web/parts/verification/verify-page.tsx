import { useState } from 'preact/hooks';
import { POINT_REASONS, type PointReason } from '../../../core/geocoding/point-view.ts';
import { loadVerifications, type VerificationQueue } from '../../api/verification.ts';
import { keepReply, useLoaded } from '../../state/use-loaded.ts';
import { type QueryShape, useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { ProposalList } from '../corrections/proposal-list.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { PointsWithoutPlace } from '../points/point-list.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useVerification } from './use-verification.ts';
import { VerifyList } from './verify-list.tsx';

const SHOWS = ['verify', 'suggestions', 'proposals', 'points'] as const;
type Show = (typeof SHOWS)[number];

interface Asked {
  show: Show;
  /** Of the list of points. */
  reason: PointReason | undefined;
  page: number;
}

const verifyQuery: QueryShape<Asked> = {
  parse: (params) => ({
    show: SHOWS.find((show) => show === params.get('show')) ?? 'verify',
    reason: POINT_REASONS.find((reason) => reason === params.get('reason')),
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  }),
  format: ({ show, reason, page }) =>
    new URLSearchParams({
      ...(show !== 'verify' && { show }),
      ...(reason && { reason }),
      ...(page > 1 && { page: String(page) }),
    }),
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

/** What to verify next, what readers say is wrong, what sources say of corrected fields, and what no map shows. */
export function VerifyPage() {
  const { t } = useVerification();
  const { loaded, take } = useQueue();
  const [asked, change] = useQuery(verifyQuery);
  const { show, reason, page } = asked;
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
                <Button
                  key={each}
                  aria-pressed={each === show}
                  onClick={() => change({ show: each, reason: undefined, page: 1 })}
                >
                  {t(`show.${each}`)}
                </Button>
              ))}
            </div>
          </header>
          {show === 'verify' && <VerifyList queue={queue} onChanged={take} />}
          {show === 'suggestions' && <SuggestionList />}
          {show === 'proposals' && <ProposalList />}
          {show === 'points' && (
            <PointsWithoutPlace
              reason={reason}
              page={page}
              href={(to) => `/verify?${verifyQuery.format({ ...asked, page: to })}`}
              onReason={(to) => change({ reason: to, page: 1 })}
            />
          )}
        </div>
      )}
    </LoadedPage>
  );
}
