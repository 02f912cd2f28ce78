import type { Location } from '../../../core/directory/service.ts';
import type { OfferView } from '../../api/offers.ts';
import { Glyph } from '../../parts/glyph.tsx';
import { useNow } from '../../state/use-now.ts';
import { closuresEn } from '../../text/closures-en.ts';
import { closuresEs } from '../../text/closures-es.ts';
import { capital, sayHours, sayOpen } from '../../text/say-hours.ts';
import { sayPlacesChecked } from '../../text/say-offer.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { CalendarLink } from './calendar-link.tsx';
import { ContactLines } from './contact-lines.tsx';
import { Ask } from './facts.tsx';
import { sayClosures } from './say-closures.ts';

interface PlaceCardProps {
  offer: OfferView;
  /** Null where it must not be found. */
  location: Location | null;
  number?: number | undefined;
  pointed: boolean;
  onPoint(offer: string | null): void;
}

/** One place of a service: where, when, how to get there, whether there is room. */
export function PlaceCard({ offer, location, number, pointed, onPoint }: PlaceCardProps) {
  const voice = useVoice();
  const { t } = voice;
  const { now } = useNow();
  const room = sayPlacesChecked(voice, offer, now);
  return (
    <article
      id={`place-${offer.id}`}
      class={`card place-card ${pointed ? 'place-pointed' : ''}`}
      onMouseEnter={() => onPoint(offer.id)}
      onMouseLeave={() => onPoint(null)}
      onFocusIn={() => onPoint(offer.id)}
      onFocusOut={() => onPoint(null)}
    >
      <h3>
        {number !== undefined && <span class="place-number">{number}</span>}
        {offer.locationId ? (
          <a href={`/locations/${offer.locationId}`}>{offer.locationName}</a>
        ) : (
          t('place.private')
        )}
      </h3>
      {offer.address && <p>{offer.address}</p>}
      <Hours offer={offer} />
      <Closures offer={offer} />
      {offer.hoursKnown && <CalendarLink offerId={offer.id} />}
      {room && <p>{capital(room)}.</p>}
      {offer.confidentiality === 'public' && location && (
        <GettingThere location={location} wheelchair={offer.wheelchair} />
      )}
      {offer.confidentiality === 'public' && location && location.phones.length > 0 && (
        <ContactLines phones={location.phones} />
      )}
    </article>
  );
}

function Hours({ offer }: { offer: OfferView }) {
  const voice = useVoice();
  const { moment } = useNow();
  if (!offer.hoursKnown) return <Ask>{voice.t('ask.hours')}</Ask>;
  return (
    <div class="hours">
      <p class="no-print">
        <Glyph name="clock" size={18} /> {capital(sayOpen(voice, offer.hours, offer.hoursKnown, moment))}
      </p>
      <ul class="plain-list muted">
        {sayHours(voice, offer.hours).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

const closureTexts = { en: closuresEn, es: closuresEs };

/** Days to come on which it is closed or open at other hours. */
function Closures({ offer: { closures = [] } }: { offer: OfferView }) {
  const voice = useVoice();
  const t = useTextOf(closureTexts);
  const { now } = useNow();
  const lines = sayClosures(voice, t, closures, readersDate(now));
  if (lines.length === 0) return null;
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function readersDate(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The way in, the bus, and what is said about access. */
export function GettingThere({
  location,
  wheelchair,
}: {
  location: Location;
  wheelchair?: boolean | undefined;
}) {
  const { t } = useVoice();
  const details = location.accessibility.flatMap(({ description, details }) => description ?? details ?? []);
  return (
    <>
      {location.transportation && <p>{location.transportation}</p>}
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
      {wheelchair && details.length === 0 && <p>{t('place.wheelchair')}</p>}
    </>
  );
}
