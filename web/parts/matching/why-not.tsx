import { useState } from 'preact/hooks';
import { askWhy, type PairPage } from '../../api/matching.ts';
import type { OfferView } from '../../api/offers.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { OfferPicker } from './offer-picker.tsx';
import { PairView } from './pair-view.tsx';
import { useMatching } from './use-matching.ts';
import { WhatHelps } from './what-helps.tsx';

interface WhyNotProps {
  studentId: string;
  term: string;
  /** Leads to the student's times and ways of travelling; absent for who may not change them. */
  onEdit?: (() => void) | undefined;
}

/** "Why not this one?": a place is chosen by its name, and the answer is what the matcher would say of it now. */
export function WhyNot({ studentId, term, onEdit }: WhyNotProps) {
  const { m, term: termName } = useMatching();
  return (
    <details class="why no-print">
      <summary>
        <span aria-hidden="true">{m('why.open')}</span>
        <span class="visually-hidden">{m('why.openFor', { wish: termName(term) })}</span>
      </summary>
      <Ask studentId={studentId} term={term} onEdit={onEdit} />
    </details>
  );
}

type Asked = { offer: OfferView; page?: PairPage; problem?: Problem };

function Ask({ studentId, term, onEdit }: WhyNotProps) {
  const { m } = useMatching();
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (offer: OfferView) => {
    setAsked({ offer });
    askWhy(studentId, term, offer.id).then(
      (page) => setAsked({ offer, page }),
      (error: unknown) => setAsked({ offer, problem: asProblem(error) }),
    );
  };
  if (!asked) return <OfferPicker onPick={ask} />;
  const { offer, page, problem } = asked;
  return (
    <div class="why-not stack-tight">
      {page && <PairView page={page} />}
      {problem && <ErrorState problem={problem} onRetry={() => ask(offer)} />}
      {!page && !problem && <Skeleton lines={4} />}
      {page?.pair.outcome === 'limit' && (
        <WhatHelps studentId={studentId} term={term} offerId={offer.id} onEdit={onEdit} />
      )}
      <p>
        <Button look="quiet" onClick={() => setAsked(null)}>
          {m('why.change')}
        </Button>
      </p>
    </div>
  );
}
