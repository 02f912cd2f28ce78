import { useMemo } from 'preact/hooks';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import { useSetting } from '../../state/config.tsx';
import { sayDistance } from '../../text/say-distance.ts';
import { useVoice } from '../../text/use-voice.tsx';
import type { KnownSite } from './known-sites.ts';
import { useWhatIfWords } from './use-what-if-words.ts';
import { changeSentence } from './what-if-words.ts';

interface ChangeListProps {
  changes: readonly ScenarioChange[];
  sites: readonly KnownSite[];
}

/** What is otherwise than today, a line each. */
export function ChangeList({ changes, sites }: ChangeListProps) {
  const { t } = useWhatIfWords();
  const voice = useVoice();
  const { units } = useSetting();
  const byId = useMemo(() => new Map(sites.map((site) => [site.id, site])), [sites]);
  if (changes.length === 0) return <p class="muted">{t('changes.none')}</p>;
  const distance = (km: number) => sayDistance(voice, km, units);
  return (
    <ul class="what-if-changes">
      {changes.map((change, n) => (
        <li key={n}>{changeSentence(change, byId, t, distance)}</li>
      ))}
    </ul>
  );
}
