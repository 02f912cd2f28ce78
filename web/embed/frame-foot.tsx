import { useLocation } from 'preact-iso';
import { useSetting } from '../state/config.tsx';
import { frameEn } from '../text/frame-en.ts';
import { frameEs } from '../text/frame-es.ts';
import { useTextOf, useVoice } from '../text/use-voice.tsx';

const texts = { en: frameEn, es: frameEs };

/** Where the search can be had in full, in the other language too, and who helps where nothing fits. */
export function FrameFoot() {
  const { t, language, speak } = useVoice();
  const f = useTextOf(texts);
  const { config } = useSetting();
  const { url } = useLocation();
  const other = language === 'en' ? 'es' : 'en';
  return (
    <footer class="frame-foot small">
      <p class="row">
        <a href={url} target="_blank" rel="noopener">
          {f('whole')}
        </a>
        <button type="button" class="frame-language" lang={other} onClick={() => speak(other)}>
          {t('nav.language')}
        </button>
      </p>
      <p class="muted">
        {f('beside')} {[t('footer.help'), ...(config?.credits ?? [])].join(' · ')}
      </p>
      {config?.demo && (
        <p class="muted">{t('demo.banner', { district: config.district?.name ?? t('app.name') })}</p>
      )}
    </footer>
  );
}
