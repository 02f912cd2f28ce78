import { useEffect, useRef, useState } from 'preact/hooks';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { readLatitude, readLongitude, readPoint, splitPair, typedPoint } from './read-coordinates.ts';
import { usePoints } from './use-points.ts';

interface PinFormProps {
  at: Position | null;
  old: Position | null;
  /** The middle of the community, for a pin that is nowhere yet. */
  middle: Position | null;
  busy: boolean;
  onMove(to: Position): void;
  onSave(): void;
}

const NOWHERE = { latitude: '', longitude: '' };

/** The point in figures, how far that is from before, and to save it. */
export function PinForm({ at, old, middle, busy, onMove, onSave }: PinFormProps) {
  const { t, sayMove } = usePoints();
  const [typed, setTyped] = useState(at ? typedPoint(at) : NOWHERE);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Whoever moves the pin on the map changes the figures; whoever types them keeps what is half typed.
  useEffect(() => {
    if (at && readPoint(typed)?.join() !== at.join()) setTyped(typedPoint(at));
  }, [at]);
  const type = (next: typeof typed) => {
    setTyped(next);
    const point = readPoint(next);
    if (point) onMove(point);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (readPoint(typed)) onSave();
    else {
      const wrong = readLatitude(typed) === undefined ? 'latitude' : 'longitude';
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
    }
  };
  return (
    <form ref={form} class="stack-tight no-print" noValidate onSubmit={submit}>
      <div class="pin-figures">
        <TextField
          label={t('latitude')}
          name="latitude"
          inputMode="text"
          autoComplete="off"
          hint={t('latitude.hint')}
          error={tried && readLatitude(typed) === undefined ? t('latitude.wrong') : undefined}
          value={typed.latitude}
          onInput={({ currentTarget: { value } }) => type(splitPair(value, typed.longitude))}
        />
        <TextField
          label={t('longitude')}
          name="longitude"
          inputMode="text"
          autoComplete="off"
          hint={t('longitude.hint')}
          error={tried && readLongitude(typed) === undefined ? t('longitude.wrong') : undefined}
          value={typed.longitude}
          onInput={({ currentTarget: { value } }) => type({ ...typed, longitude: value })}
        />
      </div>
      {at && old && (
        <p>
          {at.join() === old.join()
            ? t('moved.none')
            : t('moved', { distance: sayMove(greatCircleKm(at, old)) })}
        </p>
      )}
      <div class="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t('save')}
        </Button>
        {!at && middle && <Button onClick={() => onMove(middle)}>{t('middle')}</Button>}
      </div>
    </form>
  );
}
