import { useState } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { SpotSelect } from './spot-select.tsx';
import type { Spot } from './spots.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface PutServiceProps {
  spots: readonly Spot[];
  isPutting: boolean;
  onPut(point: Position, name?: string): void;
  onPutting(isOn: boolean): void;
}

/** A new service at a school, beside another one, or where the map is pressed. */
export function PutService({ spots, isPutting, onPut, onPutting }: PutServiceProps) {
  const { t } = useWhatIfWords();
  const [spotId, setSpotId] = useState('');
  const spot = spots.find(({ id }) => id === spotId);
  return (
    <section class="what-if-card no-print" aria-label={t('put.title')}>
      <h3>{t('put.title')}</h3>
      <SpotSelect label={t('put.at')} value={spot ? spotId : ''} spots={spots} onChange={setSpotId} />
      <div class="row">
        <Button disabled={!spot} onClick={() => spot && onPut(spot.point, spot.label)}>
          {t('put.here')}
        </Button>
        <Button icon="map-pin" aria-pressed={isPutting} onClick={() => onPutting(!isPutting)}>
          {t('put.onMap')}
        </Button>
      </div>
      <StatusLine>{isPutting && t('put.waiting')}</StatusLine>
    </section>
  );
}
