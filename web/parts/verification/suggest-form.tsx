import { useEffect, useRef, useState } from 'preact/hooks';
import { FEWEST_SUGGESTION_SIGNS, MOST_SUGGESTION_SIGNS } from '../../../core/verification/suggestion.ts';
import { Problem } from '../../api/problem.ts';
import { giveSuggestion } from '../../api/verification.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { addressOfSuggestion } from './suggestion-address.ts';
import { useSuggestion } from './use-suggestion.ts';

/** A few words, and afterwards the address under which the answer is found. */
export function SuggestForm({ serviceId, onClose }: { serviceId: string; onClose(): void }) {
  const t = useSuggestion();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [address, setAddress] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (text.trim().length < FEWEST_SUGGESTION_SIGNS) return setError(t('short'));
    setError(undefined);
    await giveSuggestion(serviceId, text.trim()).then(
      ({ token }) => setAddress(addressOfSuggestion(serviceId, token)),
      (problem: unknown) =>
        setError(t(problem instanceof Problem && problem.status === 429 ? 'busy' : 'failed')),
    );
  };
  if (address !== undefined)
    return (
      <div class="notice" role="status">
        <p>
          {t('sent')} {t('keep')}
        </p>
        <a href={address}>{address}</a>
      </div>
    );
  return (
    <form ref={form} class="stack-tight no-print" noValidate onSubmit={submit}>
      <h2>{t('title')}</h2>
      <Field label={t('label')} hint={t('hint')} error={error}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={MOST_SUGGESTION_SIGNS}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="row">
        <Button type="submit" look="primary">
          {t('send')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
