import { CONTRIBUTION_KINDS, type ContributionKind } from '../../../core/directory/service.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { type DraftPromise, newPromise } from './agreement-draft.ts';
import { useAgreements } from './use-agreements.ts';

interface PromisesFieldsProps {
  promises: readonly DraftPromise[];
  onChange(promises: DraftPromise[]): void;
  error: string | undefined;
}

export function PromisesFields({ promises, onChange, error }: PromisesFieldsProps) {
  const { t } = useAgreements();
  return (
    <fieldset>
      <legend>{t('promises')}</legend>
      {error && <p class="field-error">{error}</p>}
      {promises.map((promise, index) => (
        <PromiseFields
          key={promise.id}
          promise={promise}
          number={index + 1}
          isWrong={error !== undefined}
          onChange={(part) =>
            onChange(promises.map((other) => (other.id === promise.id ? { ...other, ...part } : other)))
          }
          onRemove={() => onChange(promises.filter(({ id }) => id !== promise.id))}
        />
      ))}
      <Button onClick={() => onChange([...promises, newPromise()])}>{t('form.addPromise')}</Button>
    </fieldset>
  );
}

interface PromiseFieldsProps {
  promise: DraftPromise;
  number: number;
  isWrong: boolean;
  onChange(part: Partial<DraftPromise>): void;
  onRemove(): void;
}

function PromiseFields({ promise, number, isWrong, onChange, onRemove }: PromiseFieldsProps) {
  const { t } = useAgreements();
  const title = promise.what || t('form.promise', { n: number });
  const typed = (field: 'what' | 'quantity' | 'unit' | 'by') => ({
    value: promise[field],
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange({ [field]: event.currentTarget.value }),
  });
  const lacks = (field: 'what' | 'quantity' | 'unit') =>
    isWrong && promise[field].trim() === '' ? t('miss.promises') : undefined;
  return (
    <fieldset class="agreement-row" aria-label={title}>
      <SelectField
        label={t('form.kind')}
        value={promise.kind}
        options={CONTRIBUTION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(kind) => onChange({ kind: kind as ContributionKind })}
      />
      <TextField label={t('form.what')} maxLength={300} error={lacks('what')} {...typed('what')} />
      <TextField
        label={t('form.quantity')}
        inputMode="decimal"
        error={lacks('quantity')}
        {...typed('quantity')}
      />
      <TextField
        label={t('form.unit')}
        hint={t('form.unitHint')}
        maxLength={60}
        error={lacks('unit')}
        {...typed('unit')}
      />
      <TextField label={t('form.byDay')} type="date" {...typed('by')} />
      <Button look="quiet" onClick={onRemove}>
        {t('form.remove', { what: title })}
      </Button>
    </fieldset>
  );
}
