import { useEffect, useRef } from 'preact/hooks';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { findOffers } from '../../api/offers.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useText } from '../../text/use-voice.tsx';
import { Button } from '../button.tsx';
import { accessRowSentences } from './access-words.ts';
import { gapRowSentences } from './gap-words.ts';
import { NearestLink } from './nearest-link.tsx';
import { useAccess } from './use-access.ts';
import { useWork } from './use-work.ts';

interface GapDetailProps {
  row: GapRow;
  name: string;
  result: GapResult;
  onClose(): void;
}

/** One school or hexagon in words. Closing gives the focus back to its row. */
export function GapDetail({ row, name, result, onClose }: GapDetailProps) {
  const wording = useAccess();
  const main = useText();
  const { schools } = useSetting();
  const nearest = result.nearest?.find(({ id }) => id === row.nearestOfferId);
  const nearestWay = gapRowSentences(row, result, wording).slice(0, 1);
  const sentences = result.access
    ? [...nearestWay, ...accessRowSentences(row, result.params, wording)]
    : gapRowSentences(row, result, wording);
  const isSchool = schools.some(({ id }) => id === row.id);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.scrollIntoView({ block: 'nearest' }), [row.id]);
  const close = () => {
    const rowButton = document.querySelector<HTMLElement>('.row-button[aria-pressed="true"]');
    onClose();
    rowButton?.focus();
  };
  return (
    <section class="gap-detail" aria-label={name}>
      <div class="card-head">
        <h3 ref={head}>{name}</h3>
        <Button look="quiet" icon="x" onClick={close}>
          {main('close')}
        </Button>
      </div>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isSchool ? (
        <NearSchool schoolId={row.id} params={result.params} />
      ) : (
        nearest && (
          <p>
            <NearestLink offer={nearest} /> <span class="muted small">{nearest.locationName}</span>
          </p>
        )
      )}
    </section>
  );
}

/** The nearest by name, and the way to all of them. */
function NearSchool({ schoolId, params }: { schoolId: string; params: GapParams }) {
  const { t, say } = useWork();
  const query = { terms: params.terms, school: schoolId, mode: params.mode, perPage: 3 };
  const near = useLoaded(`near ${JSON.stringify(query)}`, (signal) => findOffers(query, signal));
  const href = `/?${new URLSearchParams({ terms: params.terms.join(), school: schoolId, mode: params.mode })}`;
  return (
    <>
      <ul class="plain-list">
        {near.data?.items.map((offer) => (
          <li key={offer.id}>
            <a href={`/services/${offer.serviceId}`}>{offer.serviceName}</a>
            {offer.minutes !== undefined && (
              <span class="muted small"> {say.trip(offer.minutes, params.mode)}</span>
            )}
          </li>
        ))}
      </ul>
      <p class="no-print">
        <a href={href}>{t('gaps.findHere')}</a>
      </p>
    </>
  );
}
