import { findOffers } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import { DomainBadge } from '../../parts/chip.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useText } from '../../text/use-voice.tsx';
import { type FindQuery, filterOf } from './find-query.ts';

const SHOWN = 4;

/** What is at the pin that was chosen, and the way to everything there. */
export function ChosenPlace({ query, onClose }: { query: FindQuery; onClose(): void }) {
  const t = useText();
  const asked = { ...filterOf(query), location: query.place, perPage: SHOWN };
  const { data, problem } = useLoaded(addressOf('/offers', asked), (signal) => findOffers(asked, signal));
  const first = data?.items[0];
  if (problem || (data && !first)) return null;
  return (
    <aside class="chosen-place" aria-label={t('find.chosen')}>
      <button type="button" class="chosen-close" aria-label={t('close')} onClick={onClose}>
        <Glyph name="x" />
      </button>
      {data && first ? (
        <>
          <h2>{first.locationName}</h2>
          {first.address && <p class="muted small">{first.address}</p>}
          <ul class="plain-list stack-tight">
            {data.items.map((offer) => (
              <li key={offer.id} class="chosen-service">
                <DomainBadge domain={offer.domain} size={18} />
                <a href={`/services/${offer.serviceId}`}>{offer.serviceName}</a>
              </li>
            ))}
          </ul>
          <p>
            {data.total > SHOWN && (
              <span class="muted">{t('find.moreHere', { n: data.total - SHOWN })} </span>
            )}
            <a href={`/locations/${query.place}`}>{t('find.everythingHere')}</a>
          </p>
        </>
      ) : (
        <Skeleton lines={2} />
      )}
    </aside>
  );
}
