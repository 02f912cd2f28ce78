import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId, useState } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The label is read out but not shown. */
  labelHidden?: boolean;
  /** Draws the control; it takes these attributes. */
  children(control: ControlAttributes): ComponentChildren;
}

export interface ControlAttributes {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

/** A label, its control, a hint, and beside it what is wrong. */
export function Field({ label, hint, error, labelHidden = false, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={`field ${error ? 'field-wrong' : ''}`}>
      <label for={id} class={labelHidden ? 'visually-hidden' : ''}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = Omit<InputHTMLAttributes, 'label' | 'children'> & Omit<FieldProps, 'children'>;

export function TextField({ label, hint, error, labelHidden, ...input }: TextFieldProps) {
  const typing = useTyping(input as Typing);
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden ?? false}>
      {(control) => <input {...({ ...input, ...typing, ...control } as InputHTMLAttributes)} />}
    </Field>
  );
}

type Typing = Pick<TextFieldProps, 'value' | 'onInput' | 'onChange' | 'onBlur'>;

/**
 * A field that is asked only when it is left (`onChange` alone) keeps what is being typed until then: without this,
 * an answer of the server that arrives meanwhile would draw the old value over it.
 */
function useTyping({ value, onInput, onChange, onBlur }: Typing): Typing {
  const [typed, setTyped] = useState<string>();
  if (value === undefined || !onChange || onInput) return {};
  return {
    value: typed ?? value,
    onInput: (event) => setTyped(event.currentTarget.value),
    onBlur: (event) => {
      setTyped(undefined);
      onBlur?.(event);
    },
  };
}

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** A plain select: the browser's own, which phones and screen readers know best. */
export function SelectField({
  label,
  hint,
  error,
  labelHidden,
  value,
  options,
  onChange,
}: Omit<FieldProps, 'children'> & {
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
}) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden ?? false}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              disabled={option.disabled}
              selected={option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  checked,
  onChange,
}: {
  label: ComponentChildren;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label class="check-field">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
