import type { FeatureCollection } from 'geojson';
import { useMemo } from 'preact/hooks';
import type { SitingOutcome, SitingPlace } from '../../../core/where-next/siting-outcome.ts';
import type { MapAreas, MapPlace } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { useSetting } from '../../state/config.tsx';
import { REACH_COLORS, reachClass, reachClassesOf } from './reach-classes.ts';
import { useWhereNext, type WhereNextVoice } from './use-where-next.ts';

interface SiteMapProps {
  outcome: SitingOutcome;
  fit: string;
  active: string | null;
  onHover(id: string | null): void;
}

/** The new sites with their numbers, what is there already, and where the people are who are newly reached. */
export function SiteMap({ outcome, fit, active, onHover }: SiteMapProps) {
  const voice = useWhereNext();
  const { t, w } = voice;
  const { terms } = useSetting();
  const { ask } = outcome;
  const places = useMemo(() => {
    const domain = terms.domainOf(ask.terms[0]!);
    const proposed = outcome.proposed.map(
      ({ id, name, point }, index): MapPlace => ({
        id,
        position: point,
        name,
        label: w('map.proposed', { n: index + 1, name }),
        domain: null,
        number: index + 1,
      }),
    );
    const existing = outcome.existing.map(
      ({ id, name, point }): MapPlace => ({
        id,
        position: point,
        name,
        label: w('map.existing', { name }),
        domain,
      }),
    );
    return [...existing, ...proposed];
  }, [outcome, terms, w]);
  const areas = useMemo(() => areasOf(outcome, voice), [outcome, voice.w]);
  return (
    <figure class="site-map">
      <PlaceMap label={w('map.title')} {...{ places, areas, fit, onHover }} hovered={active} />
      <figcaption class="stack-tight">
        <ul class="plain-list row">
          {reachClassesOf(ask).map((reach) => (
            <li key={reach} class="reach-key">
              <svg width="18" height="18" aria-hidden="true">
                <circle class="reach-dot" cx="9" cy="9" r="7" fill={REACH_COLORS[reach]} />
              </svg>
              {w(`class.${reach}`)}
            </li>
          ))}
        </ul>
        <p class="muted small">
          {w('map.legend', { minutes: ask.minutes, by: t(`by.${ask.mode}`) })}. {w('map.note')}
        </p>
      </figcaption>
    </figure>
  );
}

/** Drawn once: pointing at one changes nothing of it. */
function areasOf({ places, ask }: SitingOutcome, voice: WhereNextVoice): MapAreas {
  const byId = new Map(places.map((place) => [place.id, place]));
  const shapes: FeatureCollection = {
    type: 'FeatureCollection',
    features: places.map(({ id, point }) => ({
      type: 'Feature',
      id,
      properties: {},
      geometry: { type: 'Point', coordinates: [...point] },
    })),
  };
  return {
    shapes,
    paint: (id) => ({ look: 'color', color: REACH_COLORS[reachClass(byId.get(id)!, ask.minutes)] }),
    say: (id) => placeWords(byId.get(id)!, ask.terms, voice),
    active: null,
    onHover: () => undefined,
    onSelect: () => undefined,
  };
}

function placeWords(
  { name, byTerm }: SitingPlace,
  terms: readonly string[],
  { w, say, term, t }: WhereNextVoice,
) {
  const minutes = (value: number | null) =>
    value === null ? w('map.never') : t('minutes.n', { n: Math.ceil(value) });
  const parts = byTerm.flatMap((part, index) => {
    if (!part) return [];
    const figure = (count: number) => Math.round(count).toLocaleString(say.locale);
    const { people, placedBefore, placedAfter } = part;
    const ways = { people: figure(people), before: minutes(part.before), after: minutes(part.after) };
    const words =
      placedBefore === undefined || placedAfter === undefined
        ? w('map.place', ways)
        : w('map.placed', { ...ways, had: figure(placedBefore), has: figure(placedAfter) });
    return [terms.length > 1 ? `${term(terms[index]!)}: ${words}` : words];
  });
  return [...(name ? [name] : []), ...parts].join('. ');
}
