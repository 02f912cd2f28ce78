import { useMemo, useState } from 'preact/hooks';
import type { List } from '../../api/list.ts';
import { findCrowd, type OfferMark } from '../../api/offers.ts';
import type { QueryValues } from '../../api/request.ts';
import type { MapCrowd } from '../../map/map-types.ts';
import { useText } from '../../text/use-voice.tsx';

const none: readonly OfferMark[] = [];

/** The marks to draw: all that were found, or of more than are sent at once those that stand apart where one looks. */
export function useCrowd(
  filter: QueryValues,
  found: List<OfferMark> | undefined,
): { crowd: MapCrowd | null; marks: readonly OfferMark[] } {
  const t = useText();
  const [near, onMarks] = useState(none);
  const items = found?.items ?? none;
  const isCrowded = found !== undefined && found.total > items.length;
  const crowd = useMemo<MapCrowd | null>(
    () =>
      isCrowded
        ? {
            load: (window, signal) => findCrowd({ ...filter, ...window }, signal),
            onMarks,
            label: (n) => t('map.cluster', { n }),
          }
        : null,
    [isCrowded, filter, t],
  );
  return { crowd, marks: crowd ? near : items };
}
