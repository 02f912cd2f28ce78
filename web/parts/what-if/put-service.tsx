import { useState } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import { useSetting } from '../../state/config.tsx';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import type { KnownSite } from './known-sites.ts';
import { spotsOf } from './spots.ts';
import { useWhatIfWords } from './use-what-if-words.ts';

interface PutServiceProps {
  sites: readonly KnownSite[];
  isPutting: boolean;
  onPut(point: Position, name?: string): void;
  onPutting(isOn: boolean): void;
}

/** A new service at a school, beside another one, or where the map is pressed. */
export function PutService({ sites, isPutting, onPut, onPutting }: PutServiceProps) {
  const { t, say, work } = useWhatIfWords();
  const { schools } = useSetting();
  const [spotId, setSpotId] = useState('');
  const spots = spotsOf(schools, sites, say.locale, (name) => t('put.beside', { name }));
  const spot = spots.find(({ id }) => id === spotId);
  return (
    <section class="what-if-card no-print" aria-label={t('put.title')}>
      <h3>{t('put.title')}</h3>
      <SelectField
        label={t('put.at')}
        value={spot ? spotId : ''}
        options={[
          { value: '', label: work.t('choose') },
          ...spots.map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={setSpotId}
      />
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
