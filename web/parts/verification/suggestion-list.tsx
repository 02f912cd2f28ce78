import { useState } from 'preact/hooks';
import type { SuggestionState } from '../../../core/verification/suggestion.ts';
import { answerSuggestion, type ListedSuggestion, loadSuggestions } from '../../api/verification.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { ErrorState } from '../states.tsx';
import { useVerification } from './use-verification.ts';

/** What readers say is wrong, the oldest first; each is answered here. */
export function SuggestionList() {
  const { t } = useVerification();
  const { data, problem, reload } = useLoaded('suggestions', loadSuggestions);
  const [said, setSaid] = useState('');
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  return (
    <section class="section">
      <h2>{t('suggestions.title')}</h2>
      <p role="status">{said}</p>
      {data?.items.length === 0 && <p class="muted">{t('suggestions.none')}</p>}
      <ul class="agreement-facts">
        {data?.items.map((suggestion) => (
          <Item
            key={suggestion.id}
            suggestion={suggestion}
            onAnswered={() => {
              setSaid(t('suggestions.answered'));
              reload();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  suggestion: ListedSuggestion;
  onAnswered(): void;
}

function Item({ suggestion: { id, serviceId, serviceName, text, from, at }, onAnswered }: ItemProps) {
  const { t, ago } = useVerification();
  const [answer, setAnswer] = useState('');
  const [error, setError] = useState<string>();
  const send = async (state: SuggestionState) => {
    if (answer.trim() === '') return setError(t('suggestions.empty'));
    setError(undefined);
    await answerSuggestion(id, state, answer.trim()).then(onAnswered, () => setError(t('failed')));
  };
  return (
    <li class="job">
      <p class="small muted">
        <a href={`/services/${serviceId}`}>
          {t('suggestions.about', { service: serviceName, ago: ago(at) })}
        </a>
        , {t(`suggestions.from.${from}`)}
      </p>
      <p class="agreement-note">{text}</p>
      <Field label={t('suggestions.answer')} error={error}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={answer}
            onInput={(event) => setAnswer(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="row no-print">
        {(['taken-up', 'not-taken-up'] as const).map((state) => (
          <Button key={state} onClick={() => void send(state)}>
            {t(`suggestions.${state}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
