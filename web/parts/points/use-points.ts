import { useMemo } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import type { Candidate } from '../../../core/geocoding/geocoding.ts';
import { useSetting } from '../../state/config.tsx';
import { pointsEn } from '../../text/points-en.ts';
import { pointsEs } from '../../text/points-es.ts';
import { sayDistance } from '../../text/say-distance.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';

const texts = { en: pointsEn, es: pointsEs };

const FEET_PER_KM = 3280.84;
/** Nearer than this it is said in feet or meters. */
const SHORT_KM = 0.3;

/** What the pages about points on the map speak with. */
export function usePoints() {
  const t = useTextOf(texts);
  const voice = useVoice();
  const { units } = useSetting();
  return useMemo(() => {
    const short = (km: number) =>
      units === 'miles'
        ? t('feet', { n: Math.round(km * FEET_PER_KM) })
        : t('meters', { n: Math.round(km * 1000) });
    return {
      t,
      sayMove: (km: number) => (km < SHORT_KM ? short(km) : sayDistance(voice, km, units)),
      /** Latitude first, as people write it. */
      sayPoint: ([lon, lat]: Position) => `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
      sayQuality: ({ quality, doubts }: Candidate) =>
        [t(`quality.${quality}`), ...doubts.map((doubt) => t(`doubt.${doubt}`))].join(' · '),
    };
  }, [t, voice, units]);
}
