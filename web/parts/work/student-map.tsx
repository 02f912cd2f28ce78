import { useMemo } from 'preact/hooks';
import type { WishMatches } from '../../../core/matching/match.ts';
import type { School } from '../../../core/schools/school.ts';
import type { OfferView } from '../../api/offers.ts';
import type { MapPlace, MapRoute } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import type { Say } from './say.ts';
import { useWork } from './use-work.ts';

interface StudentMapProps {
  school: School;
  wish: WishMatches;
  offers: Readonly<Record<string, OfferView>>;
  hovered: string | null;
  onHover(offerId: string | null): void;
}

/** The school and the matches of one wish, numbered as in the list. A home is never drawn, not even as an area. */
export function StudentMap({ school, wish, offers, hovered, onHover }: StudentMapProps) {
  const { t, say, term } = useWork();
  const places = useMemo(() => matchPlaces(wish, offers, say), [wish, offers, say]);
  const routes = useMemo(() => matchRoutes(school, wish, offers, say), [school, wish, offers, say]);
  const position = school.point?.coordinates;
  return (
    <figure>
      <figcaption>
        <strong>{t('student.onMap', { wish: term(wish.term) })}</strong>
        <span class="muted small"> {t('student.mapNote')}</span>
      </figcaption>
      <PlaceMap
        label={t('student.map')}
        places={places}
        routes={routes}
        origin={position ? { position, label: school.name, kind: 'school' } : null}
        hovered={hovered && pinOf(hovered, offers, places)}
        onHover={onHover}
        onSelect={onHover}
        fit={`${school.id} ${wish.kind} ${wish.term} ${places.length}`}
      />
    </figure>
  );
}

/** One pin a place, with the best of its ranks; a service that shares the place stands in its name too. */
function matchPlaces(wish: WishMatches, offers: StudentMapProps['offers'], say: Say): MapPlace[] {
  const places = new Map<string, MapPlace & { trip: string }>();
  for (const { offerId, rank, minutes, mode } of wish.matches) {
    const offer = offers[offerId];
    if (!offer?.point) continue;
    const { coordinates: position } = offer.point;
    const shared = places.get(position.join());
    if (shared) shared.name += `, ${rank} ${offer.serviceName}`;
    else
      places.set(position.join(), {
        ...{ id: offerId, position, name: offer.serviceName, label: '', domain: offer.domain, number: rank },
        trip: say.trip(minutes, mode),
      });
  }
  // The label holds what the pin shows, in its order, and the way.
  return [...places.values()].map(({ trip, ...place }) => ({
    ...place,
    label: `${place.name} ${place.number}, ${trip}`,
  }));
}

/** Only ways that begin at the school: a line from home would point at it. */
function matchRoutes(
  school: School,
  wish: WishMatches,
  offers: StudentMapProps['offers'],
  say: Say,
): MapRoute[] {
  const from = school.point?.coordinates;
  if (!from) return [];
  return wish.matches.flatMap((match) => {
    const to = offers[match.offerId]?.point?.coordinates;
    if (!to || match.from === 'home') return [];
    return [{ id: match.offerId, from, to, label: say.trip(match.minutes, match.mode) }];
  });
}

/** The pin that an offer stands under: its own, or that of the better one at the same place. */
function pinOf(
  offerId: string,
  offers: StudentMapProps['offers'],
  places: readonly MapPlace[],
): string | null {
  const at = offers[offerId]?.point?.coordinates.join();
  return places.find(({ position }) => position.join() === at)?.id ?? null;
}
