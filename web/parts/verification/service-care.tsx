import { useState } from 'preact/hooks';
import type { Service } from '../../../core/directory/service.ts';
import type { Verified } from '../../../core/verification/verified.ts';
import { useNow } from '../../state/use-now.ts';
import { sayAgo, sayDate } from '../../text/say-date.ts';
import { useVoice } from '../../text/use-voice.tsx';
import { Ask } from '../../views/directory/facts.tsx';
import { Button } from '../button.tsx';
import { SuggestForm } from './suggest-form.tsx';
import { tokenIn } from './suggestion-address.ts';
import { SuggestionState } from './suggestion-state.tsx';
import { useSuggestion } from './use-suggestion.ts';

interface ServiceCareProps {
  service: Pick<Service, 'id' | 'lastModified'>;
  verified: Verified | null;
}

/** When and by whom a service was checked, and a way to say that something is wrong, without an account. */
export function ServiceCare({ service, verified }: ServiceCareProps) {
  const t = useSuggestion();
  const [writing, setWriting] = useState(false);
  const token = tokenIn(location.hash);
  return (
    <section class="stack-tight">
      {token !== undefined && <SuggestionState token={token} />}
      <LastChecked lastModified={service.lastModified} verified={verified} />
      {writing ? (
        <SuggestForm serviceId={service.id} onClose={() => setWriting(false)} />
      ) : (
        <p class="no-print">
          <Button look="quiet" onClick={() => setWriting(true)}>
            {t('open')}
          </Button>
        </p>
      )}
    </section>
  );
}

function LastChecked({
  lastModified,
  verified,
}: Pick<ServiceCareProps, 'verified'> & Pick<Service, 'lastModified'>) {
  const voice = useVoice();
  const t = useSuggestion();
  const { now } = useNow();
  const date = verified?.on ?? lastModified;
  if (!date) return <Ask>{voice.t('ask.checked')}</Ask>;
  const said = { date: sayDate(voice, date), ago: sayAgo(voice, date, now) ?? '' };
  return (
    <p class="muted small">
      {verified ? t('checked', { ...said, who: t(`by.${verified.by}`) }) : voice.t('service.changed', said)}
    </p>
  );
}
