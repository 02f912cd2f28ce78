import { useMemo } from 'preact/hooks';
import type { Position } from '../../../core/geo/point.ts';
import { stepPoint } from '../../../core/geo/step-point.ts';
import type { Candidate } from '../../../core/geocoding/geocoding.ts';
import type { MapPlace, MapSites } from '../../map/map-types.ts';
import { PlaceMap } from '../../map/place-map.tsx';
import { usePoints } from './use-points.ts';

/** Kilometers of a step with an arrow key. */
const STEP_KM = { short: 0.005, long: 0.05 } as const;
const PIN = 'pin';
const OLD = 'old';

interface PinMapProps {
  /** Where the pin is put now; null: nowhere yet. */
  at: Position | null;
  /** Where the place is on the map until that is saved. */
  old: Position | null;
  candidates: readonly Candidate[];
  /** The map shows everything whenever this changes. */
  looked: number;
  onMove(to: Position): void;
}

/** The pin, hollow where it was before, and what was found with the numbers of the list. */
export function PinMap({ at, old, candidates, looked, onMove }: PinMapProps) {
  const { t, sayPoint } = usePoints();
  const places = useMemo((): MapPlace[] => {
    const found = candidates.map(
      ({ point, label }, row): MapPlace => ({
        id: String(row),
        position: point.coordinates,
        name: label,
        label: t('pin.found', { n: row + 1, label }),
        domain: null,
        number: row + 1,
      }),
    );
    const before: MapPlace[] = old
      ? [
          {
            id: OLD,
            position: old,
            name: t('pin.old'),
            label: t('pin.old'),
            domain: null,
            glyph: 'map-pin',
            full: true,
          },
        ]
      : [];
    return [...before, ...found];
  }, [old, candidates, t]);
  const sites = useMemo(
    (): MapSites => ({
      sites: at
        ? [{ id: PIN, position: at, name: '', label: t('pin.new', { point: sayPoint(at) }), look: 'new' }]
        : [],
      selected: null,
      onSelect: () => undefined,
      onDrag: (_, to) => onMove(to),
      onDrop: (_, to) => onMove(to),
      onStep: (_, [east, north], isLong) => {
        const km = isLong ? STEP_KM.long : STEP_KM.short;
        if (at) onMove(stepPoint(at, east * km, north * km));
      },
      onPut: at ? null : onMove,
    }),
    [at, onMove, t, sayPoint],
  );
  const onSelect = (id: string) => {
    const position = id === OLD ? old : candidates[Number(id)]?.point.coordinates;
    if (position) onMove(position);
  };
  return (
    <figure class="pin-map">
      <div class="pin-frame">
        <PlaceMap
          label={t('map')}
          places={places}
          sites={sites}
          onSelect={onSelect}
          fit={`${looked} ${candidates.length}`}
        />
      </div>
      <figcaption class="muted small no-print">{t('map.help')}</figcaption>
    </figure>
  );
}
