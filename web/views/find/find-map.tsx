import { useMemo } from 'preact/hooks';
import { reachKm } from '../../../core/travel/travel.ts';
import type { List } from '../../api/list.ts';
import type { OfferMark, OfferView } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import type { MapOrigin, MapReach } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { sayReach } from '../../text/say-distance.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { ChosenPlace } from './chosen-place.tsx';
import { originLabel } from './describe-query.ts';
import type { FilterProps } from './filter-bar.tsx';
import { type FindQuery, filterOf } from './find-query.ts';
import { MapLegend } from './map-legend.tsx';
import { placesOf } from './map-places.ts';
import { useCrowd } from './use-crowd.ts';

interface FindMapProps extends FilterProps {
  found: List<OfferMark> | undefined;
  listed: readonly OfferView[];
  pointed: string | null;
  onPoint(place: string | null): void;
  onChoose(place: string | null): void;
}

/** What the panel of a chosen place covers at most, mostly less. */
const PANEL_PX = 300;

export function FindMap({ query, ask, found, listed, pointed, onPoint, onChoose }: FindMapProps) {
  const voice = useVoice();
  const { terms } = useSetting();
  const filter = useMemo(() => filterOf(query), [query]);
  const { crowd, marks } = useCrowd(filter, found);
  const places = useMemo(() => placesOf(voice, marks, listed, terms), [voice, marks, listed, terms]);
  const origin = useOrigin(query);
  const reach = useReach(query, origin);
  return (
    <div class="find-map">
      <div class="find-map-frame">
        <PlaceMap
          label={voice.t('find.mapLabel')}
          places={places}
          origin={origin}
          reach={reach}
          selected={query.place}
          covered={query.place ? PANEL_PX : 0}
          hovered={pointed}
          onSelect={(place) => onChoose(place === query.place ? null : place)}
          onHover={onPoint}
          onPick={(near) => ask({ near, school: null })}
          crowd={crowd}
          fit={`${addressOf('', filter)} ${found?.total}`}
        />
        {query.place && <ChosenPlace query={query} onClose={() => onChoose(null)} />}
      </div>
      <MapLegend />
    </div>
  );
}

function useOrigin(query: FindQuery): MapOrigin | null {
  const voice = useVoice();
  const { schools } = useSetting();
  return useMemo(() => {
    const school = schools.find(({ id }) => id === query.school);
    const position = school ? school.point?.coordinates : query.near;
    if (!position) return null;
    const label = originLabel(voice, query, { schools }) ?? '';
    return { position, label, kind: school ? 'school' : 'point' };
  }, [voice, schools, query.school, query.near]);
}

function useReach(query: FindQuery, origin: MapOrigin | null): MapReach | null {
  const voice = useVoice();
  const { config } = useSetting();
  return useMemo(() => {
    if (!origin || !config || query.minutes === null) return null;
    const km = reachKm(query.minutes, config.travel[query.mode]);
    const label = voice.t('legend.reach', { reach: sayReach(voice, query.minutes, query.mode) });
    return { center: origin.position, km, label };
  }, [voice, origin, config, query.minutes, query.mode]);
}
