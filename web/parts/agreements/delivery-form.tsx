import { useState } from 'preact/hooks';
import { addDelivery } from '../../api/agreements.ts';
import { Button } from '../button.tsx';
import { localDay } from '../consents/consent-draft.ts';
import { SelectField, TextField } from '../field.tsx';
import { readNumber } from './agreement-draft.ts';
import type { AgreementPart } from './agreement-view.tsx';
import { useAgreements } from './use-agreements.ts';

/** Writes down that something of a promise has come. */
export function DeliveryForm({ page, onChanged }: AgreementPart) {
  const { t } = useAgreements();
  const { promises, id } = page.agreement;
  const [promiseId, setPromiseId] = useState(promises[0]?.id ?? '');
  const [quantity, setQuantity] = useState('');
  const [on, setOn] = useState(localDay(new Date()));
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const submit = async (event: Event) => {
    event.preventDefault();
    const amount = readNumber(quantity);
    const isRight = Number.isFinite(amount) && amount !== 0 && on !== '';
    setError(isRight ? undefined : t('deliver.wrong'));
    if (!isRight) return;
    const delivery = { promiseId, quantity: amount, on, ...(note.trim() && { note: note.trim() }) };
    await addDelivery(id, delivery).then(
      (after) => {
        setQuantity('');
        setNote('');
        onChanged(after);
      },
      () => setError(t('failed')),
    );
  };
  return (
    <details class="no-print">
      <summary>{t('deliver.title')}</summary>
      <form class="agreement-row" noValidate onSubmit={submit}>
        <SelectField
          label={t('deliver.which')}
          value={promiseId}
          options={promises.map((promise) => ({ value: promise.id, label: promise.what }))}
          onChange={setPromiseId}
        />
        <TextField
          label={t('deliver.quantity')}
          hint={t('deliver.hint')}
          inputMode="decimal"
          error={error}
          value={quantity}
          onInput={(event) => setQuantity(event.currentTarget.value)}
        />
        <TextField
          type="date"
          label={t('deliver.on')}
          value={on}
          onInput={(event) => setOn(event.currentTarget.value)}
        />
        <TextField
          label={t('deliver.note')}
          maxLength={500}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit">{t('deliver.do')}</Button>
      </form>
    </details>
  );
}
