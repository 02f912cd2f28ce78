import { useEffect, useRef } from 'preact/hooks';
import { lookSuggestion } from '../../api/verification.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useNow } from '../../state/use-now.ts';
import { sayAgo } from '../../text/say-date.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { useSuggestion } from './use-suggestion.ts';

/** What became of a suggestion, for whoever has its address. */
export function SuggestionState({ token }: { token: string }) {
  const t = useSuggestion();
  const voice = useVoice();
  const { now } = useNow();
  const { data, problem } = useLoaded(`suggestion ${token}`, () => lookSuggestion(token));
  const shown = useRef<HTMLDivElement>(null);
  // It is what the address was opened for, and stands at the end of the page.
  useEffect(() => shown.current?.scrollIntoView({ block: 'center' }), [data]);
  if (problem) return <p class="notice">{t('state.gone')}</p>;
  if (!data) return null;
  return (
    <div ref={shown} class="notice stack-tight" role="status">
      <p>
        <strong>{t('state.title', { ago: sayAgo(voice, data.at, now) ?? '' })}</strong>
      </p>
      <p>“{data.text}”</p>
      <p>
        {t(`state.${data.state}`)} {data.answer}
      </p>
    </div>
  );
}
