import { useMemo } from 'preact/hooks';
import type { ServicePage } from '../../api/directory.ts';
import type { MapPlace } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useText } from '../../text/use-voice.tsx';

/** The places of a service that may be drawn, numbered like the list beside the map. */
export function numberPlaces(places: ServicePage['places']): ReadonlyMap<string, number> {
  const drawn = places.filter(({ offer }) => offer.point && offer.locationId);
  return drawn.length < 2 ? new Map() : new Map(drawn.map(({ offer }, index) => [offer.id, index + 1]));
}

interface ServiceMapProps {
  page: ServicePage;
  pointed: string | null;
  onPoint(offer: string | null): void;
}

export function ServiceMap({ page, pointed, onPoint }: ServiceMapProps) {
  const t = useText();
  const numbers = useMemo(() => numberPlaces(page.places), [page]);
  const places = useMemo(
    () =>
      page.places.flatMap(({ offer }): MapPlace[] => {
        if (!offer.point) return [];
        const number = numbers.get(offer.id);
        const label = [offer.locationName, number].filter(Boolean).join(', ');
        return [
          {
            id: offer.id,
            position: offer.point.coordinates,
            name: offer.locationName,
            label,
            domain: offer.domain,
            full: offer.placesFree === 0,
            ...(number !== undefined && { number }),
          },
        ];
      }),
    [page, numbers],
  );
  if (places.length === 0) return null;
  const only = places.length === 1 ? places[0]!.id : null;
  return (
    <div class="side-map">
      <PlaceMap
        label={t('service.mapLabel')}
        places={places}
        selected={only}
        hovered={pointed}
        onHover={onPoint}
        onSelect={(offer) => document.getElementById(`place-${offer}`)?.scrollIntoView({ block: 'nearest' })}
        fit={page.service.id}
      />
    </div>
  );
}
