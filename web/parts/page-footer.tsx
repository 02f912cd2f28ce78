import { useLocation } from 'preact-iso';
import { useSetting } from '../state/config.tsx';
import { sayDate } from '../text/say-date.ts';
import { useVoice } from '../text/use-voice.tsx';

export function PageFooter() {
  const voice = useVoice();
  const { t } = voice;
  const { url } = useLocation();
  const { config } = useSetting();
  return (
    <footer>
      <p class="page-footer">{[t('footer.help'), ...(config?.credits ?? [])].join(' · ')}</p>
      <p class="print-only small">
        {t('footer.printed', {
          date: sayDate(voice, new Date().toISOString()),
          address: location.origin + url,
        })}
      </p>
    </footer>
  );
}
