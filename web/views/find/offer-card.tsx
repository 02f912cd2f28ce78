import type { OfferView } from '../../api/offers.ts';
import { DomainBadge } from '../../parts/chip.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useNow } from '../../state/use-now.ts';
import { sayTrip } from '../../text/say-distance.ts';
import { sayHours } from '../../text/say-hours.ts';
import { joinFacts, sayCost, sayLanguages, sayNow } from '../../text/say-offer.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { askSentence } from './ask-sentence.ts';
import type { FindQuery } from './find-query.ts';

interface OfferCardProps {
  offer: OfferView;
  query: FindQuery;
  pointed: boolean;
  onPoint(place: string | null): void;
  onShow(place: string): void;
}

/** A line of title, a line of what it is, a line of what matters now. */
export function OfferCard({ offer, query, pointed, onPoint, onShow }: OfferCardProps) {
  const voice = useVoice();
  const { t } = voice;
  const place = offer.locationId ?? null;
  const chosen = place !== null && place === query.place;
  const ask = askSentence(voice, offer, query);
  return (
    <li
      class={`offer-card ${chosen ? 'offer-chosen' : ''} ${pointed ? 'offer-pointed' : ''}`}
      data-place={place}
      onMouseEnter={() => onPoint(place)}
      onMouseLeave={() => onPoint(null)}
      onFocusIn={() => onPoint(place)}
      onFocusOut={() => onPoint(null)}
    >
      <DomainBadge domain={offer.domain} size={22} />
      <div class="offer-words">
        <div class="offer-head">
          <h2>
            <a id={`offer-${offer.id}`} href={`/services/${offer.serviceId}`}>
              {offer.serviceName}
            </a>
          </h2>
          {offer.minutes !== undefined && (
            <span class="offer-trip figures">{sayTrip(voice, offer.minutes, query.mode)}</span>
          )}
          {place !== null && offer.point && (
            <button
              type="button"
              class="offer-show"
              aria-pressed={chosen}
              aria-label={t('find.showOnMap', { place: offer.locationName })}
              onClick={() => onShow(place)}
            >
              <Glyph name="map-pin" size={18} />
            </button>
          )}
        </div>
        <p>
          <OfferFacts offer={offer} />
        </p>
        <p class="offer-now">
          <NowLine offer={offer} />
        </p>
        <p class="print-only">{sayHours(voice, offer.hours).join('; ')}</p>
        {ask && (
          <p class="offer-ask">
            <Glyph name="ask" size={16} /> {ask}
          </p>
        )}
      </div>
    </li>
  );
}

/** "Public Library · free · Spanish" */
function OfferFacts({ offer }: { offer: OfferView }) {
  const voice = useVoice();
  const place = offer.locationId ? offer.locationName : voice.t('place.private');
  const languages = offer.languages.filter((code) => code !== voice.language);
  const facts = [place, sayCost(voice, offer), sayLanguages(voice, languages)];
  return <>{joinFacts(facts)}</>;
}

function NowLine({ offer }: { offer: OfferView }) {
  const voice = useVoice();
  const { moment } = useNow();
  return <>{sayNow(voice, offer, moment)}</>;
}
