import { useState } from 'preact/hooks';
import { changeCapacity } from '../../api/directory.ts';
import type { VerifiableService } from '../../api/verification.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useVerification } from './use-verification.ts';

interface PlacesFormProps {
  service: VerifiableService;
  onSaid(words: string): void;
}

/** How many places are free: still so many with one click, or counted anew. */
export function PlacesForm({ service: { id, name, capacity }, onSaid }: PlacesFormProps) {
  const { t, ago } = useVerification();
  const [counting, setCounting] = useState(false);
  const [available, setAvailable] = useState(String(capacity?.available ?? ''));
  const [maximum, setMaximum] = useState(String(capacity?.maximum ?? ''));
  const [error, setError] = useState<string>();
  const save = async (free: number, most: number | undefined) => {
    setError(undefined);
    await changeCapacity(id, { available: free, ...(most !== undefined && { maximum: most }) }).then(
      () => {
        setCounting(false);
        onSaid(t('partner.counted'));
      },
      () => setError(t('failed')),
    );
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const [free, most] = [Number(available), maximum.trim() === '' ? undefined : Number(maximum)];
    const isRight =
      available.trim() !== '' && isCount(free) && (most === undefined || (isCount(most) && free <= most));
    if (!isRight) return setError(t('partner.wrong'));
    void save(free, most);
  };
  const known = capacity?.available;
  return (
    <div class="stack-tight">
      <p>
        {known === undefined
          ? t('partner.unknown')
          : t(capacity?.maximum === undefined ? 'partner.freeOnly' : 'partner.free', {
              free: known,
              most: capacity?.maximum ?? '',
              ago: capacity?.updated ? ago(capacity.updated) : '–',
            })}
      </p>
      {counting ? (
        <form class="agreement-row no-print" noValidate onSubmit={submit}>
          <TextField
            label={t('partner.available')}
            inputMode="numeric"
            error={error}
            value={available}
            onInput={(event) => setAvailable(event.currentTarget.value)}
          />
          <TextField
            label={t('partner.maximum')}
            inputMode="numeric"
            value={maximum}
            onInput={(event) => setMaximum(event.currentTarget.value)}
          />
          <div class="row">
            <Button type="submit">{t('partner.save')}</Button>
            <Button onClick={() => setCounting(false)}>{t('cancel')}</Button>
          </div>
        </form>
      ) : (
        <div class="row no-print">
          {known !== undefined && (
            <Button
              icon="check"
              aria-label={t('partner.stillFreeOf', { name })}
              onClick={() => void save(known, capacity?.maximum)}
            >
              {t('partner.stillFree')}
            </Button>
          )}
          <Button look="quiet" aria-label={t('partner.countOf', { name })} onClick={() => setCounting(true)}>
            {t('partner.count')}
          </Button>
        </div>
      )}
      {error && !counting && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
