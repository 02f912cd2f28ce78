import type { OfferMark, OfferView } from '../../api/offers.ts';
import type { MapPlace } from '../../map/map-types.ts';
import type { Terms } from '../../state/taxonomy.ts';
import type { Voice } from '../../text/use-voice.tsx';

/** One pin a place: the marks of all services there. What the list knows besides (its name, closed now) is added. */
export function placesOf(
  { t, language }: Voice,
  marks: readonly OfferMark[],
  listed: readonly OfferView[],
  terms: Terms,
): MapPlace[] {
  const byPlace = new Map<string, OfferMark[]>();
  for (const mark of marks) byPlace.set(mark.locationId, [...(byPlace.get(mark.locationId) ?? []), mark]);
  const known = new Map(listed.map((offer) => [offer.id, offer]));
  return [...byPlace].map(([id, here]) => {
    const first = here[0]!;
    const shown = here.flatMap((mark) => known.get(mark.id) ?? []);
    const domains = new Set(here.map((mark) => mark.domain));
    const full = here.every((mark) => mark.full);
    const closed = shown.length === here.length && shown.every((offer) => offer.openNow === false);
    const name =
      here.length === 1 ? first.name : (shown[0]?.locationName ?? t('map.services', { n: here.length }));
    const domain = domains.size === 1 ? first.domain : null;
    const says = [
      name,
      here.length > 1 ? t('map.services', { n: here.length }) : domain && terms.label(domain, language),
      full && t('places.full'),
      closed && t('map.closed'),
    ];
    return {
      id,
      position: [first.lon, first.lat],
      name,
      label: says.filter(Boolean).join(', '),
      domain,
      count: here.length,
      full,
      closed,
    };
  });
}
