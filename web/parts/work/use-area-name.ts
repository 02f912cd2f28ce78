import { useCallback } from 'preact/hooks';
import type { GapRow } from '../../../core/gaps/gap.ts';
import { useSetting } from '../../state/config.tsx';
import { sayDistance } from '../../text/say-distance.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { placeOfArea } from './area-name.ts';
import type { GapShapes } from './gap-shapes.ts';
import { useWork } from './use-work.ts';

/** A hexagon's edge and a bit: nearer than this it lies around the school, in no direction. */
const AROUND_KM = 1.2;

/** What a school or hexagon is called: its name, or where it lies from the nearest school. */
export function useAreaName(
  shapes: Pick<GapShapes, 'centers'> | null,
): (row: Pick<GapRow, 'id' | 'name'>) => string {
  const voice = useVoice();
  const { t } = useWork();
  const { schools, units } = useSetting();
  return useCallback(
    (row) => {
      if (row.name) return row.name;
      const school = schools.find(({ id }) => id === row.id);
      if (school) return school.name;
      const center = shapes?.centers.get(row.id);
      const place = center && placeOfArea(center, schools);
      if (!place) return row.id;
      if (place.km < AROUND_KM) return t('gaps.cellAround', { school: place.school.name });
      return t('gaps.cellAway', {
        distance: sayDistance(voice, place.km, units),
        direction: t(`direction.${place.direction}`),
        school: place.school.name,
      });
    },
    [shapes, schools, units, voice, t],
  );
}
