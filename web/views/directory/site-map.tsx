import { useMemo } from 'preact/hooks';
import { type TravelRules, travelMinutes } from '../../../core/travel/travel.ts';
import type { SitePage } from '../../api/directory.ts';
import { findMarks } from '../../api/offers.ts';
import type { MapPlace } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { sayDistance } from '../../text/say-distance.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { placesOf } from '../find/map-places.ts';
import { useCrowd } from '../find/use-crowd.ts';

const nowhere = {};

/** The place in the middle of its neighbourhood. */
export function SiteMap({ page, goTo }: { page: SitePage; goTo(place: string): void }) {
  const voice = useVoice();
  const { config, terms, units } = useSetting();
  const { location, neighbours } = page;
  const point = location.point?.coordinates ?? null;
  const question = useMemo(
    () => (point && config ? around(point, neighbours.radiusKm, config.travel) : null),
    [point, neighbours.radiusKm, config],
  );
  const key = question && `around ${location.id}`;
  const { data } = useLoaded(key, (signal) => findMarks(question ?? {}, signal));
  const { crowd, marks } = useCrowd(question ?? nowhere, data);
  const places = useMemo((): MapPlace[] => {
    const others = placesOf(voice, marks, page.offers, terms).filter(({ id }) => id !== location.id);
    if (!point) return others;
    const domains = new Set(page.offers.map((offer) => offer.domain));
    const domain = domains.size === 1 ? (page.offers[0]?.domain ?? null) : null;
    const label = `${location.name}, ${voice.t('map.services', { n: page.offers.length })}`;
    const here = { id: location.id, position: point, name: location.name, label, domain };
    return [...others, { ...here, count: page.offers.length }];
  }, [voice, marks, page, terms]);
  const reach = useMemo(
    () =>
      point && {
        center: point,
        km: neighbours.radiusKm,
        label: voice.t('site.radius', { distance: sayDistance(voice, neighbours.radiusKm, units) }),
      },
    [page, voice, units],
  );
  if (!point) return null;
  return (
    <div class="side-map">
      <PlaceMap
        label={voice.t('site.mapLabel', { place: location.name })}
        places={places}
        reach={reach}
        crowd={crowd}
        selected={location.id}
        onSelect={(place) => place !== location.id && goTo(place)}
        fit={`${location.id} ${data?.total}`}
      />
    </div>
  );
}

/** Find's question for the circle that the server counted neighbours in. */
function around(point: readonly number[], radiusKm: number, travel: TravelRules) {
  const minutes = Math.max(1, Math.round(travelMinutes(radiusKm, travel.car) * 10) / 10);
  return { near: point.join(','), mode: 'car', minutes };
}
